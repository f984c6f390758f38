package ai.opsai.sampler.expression;

import ai.opsai.sampler.expression.Node.Passed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what may follow an operand directly: members, items, slices and calls. */
final class SuffixParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    SuffixParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Node postfix(Node start) {
        Node node = start;
        while (true) {
            if (tokens.skip(".")) {
                node = member(node);
            } else if (tokens.skip("[")) {
                node = subscript(node);
            } else if (tokens.current().is("(")) {
                node = new Node.Call(node, passed());
            } else {
                return node;
            }
        }
    }

    private Node member(Node target) {
        Token token = tokens.next();
        if (token.kind() == Token.Kind.INTEGER) {
            return new Node.Item(target, new Node.Constant(Numbers.integer(token.text())));
        }
        if (token.kind() != Token.Kind.NAME) {
            throw new ExpressionException("expected a name at " + token.position());
        }
        return new Node.Member(target, token.text());
    }

    private Node subscript(Node target) {
        Node from = tokens.current().is(":") ? null : expressions.expression();
        if (tokens.current().is(",") && from != null) {
            var items = new ArrayList<Node>(List.of(from));
            while (tokens.skip(",") && !tokens.current().is("]")) {
                items.add(expressions.expression());
            }
            tokens.expect("]");
            return new Node.Item(target, new Node.TupleLiteral(items));
        }
        if (from != null && tokens.skip("]")) {
            return new Node.Item(target, from);
        }
        tokens.expect(":");
        Node to = bound();
        Node step = tokens.skip(":") ? bound() : null;
        tokens.expect("]");
        return new Node.Slice(target, from, to, step);
    }

    private @Nullable Node bound() {
        return tokens.current().is(":") || tokens.current().is("]") ? null : expressions.expression();
    }

    Passed passed() {
        tokens.expect("(");
        var positional = new ArrayList<Node>();
        var named = new LinkedHashMap<String, Node>();
        while (!tokens.skip(")")) {
            if (tokens.current().kind() == Token.Kind.NAME && tokens.ahead().is("=")) {
                String name = tokens.name();
                tokens.expect("=");
                named.put(name, expressions.expression());
            } else {
                positional.add(expressions.expression());
            }
            if (!tokens.current().is(")")) {
                tokens.expect(",");
            }
        }
        return new Passed(positional, named);
    }
}
