package ai.opsai.sampler.expression;

import ai.opsai.sampler.expression.Node.Pair;
import ai.opsai.sampler.expression.Node.Passed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads operands: literals and names with everything that may follow them (members, calls, filters, tests). */
final class OperandParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    OperandParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Node unary(boolean withFilters) {
        tokens.enter();
        Node node;
        if (tokens.skip("-")) {
            node = new Node.Sign(true, unary(false));
        } else if (tokens.skip("+")) {
            node = new Node.Sign(false, unary(false));
        } else {
            node = postfix(primary());
        }
        tokens.leave();
        return withFilters ? filters(node) : node;
    }

    private Node primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NAME -> name(token.text());
            case STRING -> new Node.Constant(strings(token.text()));
            case INTEGER -> new Node.Constant(Numbers.integer(token.text()));
            case FLOAT -> new Node.Constant(Double.valueOf(token.text().replace("_", "")));
            case OPERATOR -> bracketed(token);
            case END -> throw tokens.unexpected();
        };
    }

    private static Node name(String name) {
        return switch (name) {
            case "true", "True" -> new Node.Constant(true);
            case "false", "False" -> new Node.Constant(false);
            case "none", "None" -> new Node.Constant(null);
            default -> new Node.Name(name);
        };
    }

    private String strings(String first) {
        var text = new StringBuilder(first);
        while (tokens.current().kind() == Token.Kind.STRING) {
            text.append(tokens.next().text());
        }
        return text.toString();
    }

    private Node bracketed(Token open) {
        return switch (open.text()) {
            case "(" -> parenthesised();
            case "[" -> new Node.ListLiteral(items("]"));
            case "{" -> dict();
            default -> throw new ExpressionException("unexpected '" + open.text() + "' at " + open.position());
        };
    }

    private Node parenthesised() {
        if (tokens.skip(")")) {
            return new Node.TupleLiteral(List.of());
        }
        Node inner = expressions.tuple();
        tokens.expect(")");
        return inner;
    }

    private List<Node> items(String close) {
        var items = new ArrayList<Node>();
        while (!tokens.skip(close)) {
            items.add(expressions.expression());
            if (!tokens.current().is(close)) {
                tokens.expect(",");
            }
        }
        return items;
    }

    private Node dict() {
        var pairs = new ArrayList<Pair>();
        while (!tokens.skip("}")) {
            Node key = expressions.expression();
            tokens.expect(":");
            pairs.add(new Pair(key, expressions.expression()));
            if (!tokens.current().is("}")) {
                tokens.expect(",");
            }
        }
        return new Node.DictLiteral(pairs);
    }

    private Node postfix(Node start) {
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

    private Node filters(Node start) {
        Node node = start;
        while (true) {
            if (tokens.skip("|")) {
                node = new Node.Filter(node, dotted(), tokens.current().is("(") ? passed() : Passed.NOTHING);
            } else if (tokens.skipName("is")) {
                node = test(node);
            } else if (tokens.current().is("(")) {
                node = new Node.Call(node, passed());
            } else {
                return node;
            }
        }
    }

    private String dotted() {
        var name = new StringBuilder(tokens.name());
        while (tokens.skip(".")) {
            name.append('.').append(tokens.name());
        }
        return name.toString();
    }

    private Node test(Node target) {
        boolean negated = tokens.skipName("not");
        String name = dotted();
        Node test = new Node.Test(target, name, testArguments());
        return negated ? new Node.Not(test) : test;
    }

    private Passed testArguments() {
        Token token = tokens.current();
        if (token.is("(")) {
            return passed();
        }
        boolean literal = token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.INTEGER
                || token.kind() == Token.Kind.FLOAT
                || token.is("[")
                || token.is("{");
        boolean name = token.kind() == Token.Kind.NAME
                && !List.of("else", "or", "and", "if", "is", "in", "not").contains(token.text());
        return literal || name ? new Passed(List.of(postfix(primary())), Map.of()) : Passed.NOTHING;
    }

    private Passed passed() {
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
