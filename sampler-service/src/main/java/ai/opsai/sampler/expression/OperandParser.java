package ai.opsai.sampler.expression;

import ai.opsai.sampler.expression.Node.Pair;
import ai.opsai.sampler.expression.Node.Passed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads operands: literals and names with the filters and tests behind them. */
final class OperandParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final SuffixParser suffixes;

    OperandParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.suffixes = new SuffixParser(tokens, expressions);
    }

    Node unary(boolean withFilters) {
        tokens.enter();
        Node node;
        if (tokens.skip("-")) {
            node = new Node.Sign(true, unary(false));
        } else if (tokens.skip("+")) {
            node = new Node.Sign(false, unary(false));
        } else {
            node = suffixes.postfix(primary());
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

    private Node filters(Node start) {
        Node node = start;
        while (true) {
            if (tokens.skip("|")) {
                node = new Node.Filter(node, dotted(), tokens.current().is("(") ? suffixes.passed() : Passed.NOTHING);
            } else if (tokens.skipName("is")) {
                node = test(node);
            } else if (tokens.current().is("(")) {
                node = new Node.Call(node, suffixes.passed());
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
            return suffixes.passed();
        }
        boolean literal = token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.INTEGER
                || token.kind() == Token.Kind.FLOAT
                || token.is("[")
                || token.is("{");
        boolean name = token.kind() == Token.Kind.NAME
                && !List.of("else", "or", "and", "if", "is", "in", "not").contains(token.text());
        return literal || name ? new Passed(List.of(suffixes.postfix(primary())), Map.of()) : Passed.NOTHING;
    }
}
