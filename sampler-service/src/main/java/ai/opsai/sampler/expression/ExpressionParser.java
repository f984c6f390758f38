package ai.opsai.sampler.expression;

import ai.opsai.sampler.expression.Node.Comparand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads operators in the order of precedence that the format's template language gives them. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final TokenStream tokens;
    private final OperandParser operands;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this);
    }

    static Node parse(String source) {
        var tokens = new TokenStream(Lexer.tokens(source));
        Node node = new ExpressionParser(tokens).tuple();
        tokens.end();
        return node;
    }

    /** An expression, or several with commas between them. */
    Node tuple() {
        Node first = expression();
        if (!tokens.current().is(",")) {
            return first;
        }
        var items = new ArrayList<Node>(List.of(first));
        while (tokens.skip(",") && startsExpression()) {
            items.add(expression());
        }
        return new Node.TupleLiteral(items);
    }

    private boolean startsExpression() {
        Token token = tokens.current();
        return token.kind() != Token.Kind.END && !token.is(")") && !token.is("=") && !token.isName("in");
    }

    Node expression() {
        tokens.enter();
        Node value = or();
        while (tokens.skipName("if")) {
            Node test = or();
            value = new Node.Condition(test, value, tokens.skipName("else") ? expression() : null);
        }
        tokens.leave();
        return value;
    }

    Node or() {
        Node left = and();
        while (tokens.skipName("or")) {
            left = new Node.Or(left, and());
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (tokens.skipName("and")) {
            left = new Node.And(left, not());
        }
        return left;
    }

    private Node not() {
        if (!tokens.skipName("not")) {
            return comparison();
        }
        tokens.enter();
        Node operand = not();
        tokens.leave();
        return new Node.Not(operand);
    }

    private Node comparison() {
        Node first = sum();
        var others = new ArrayList<Comparand>();
        while (true) {
            Token token = tokens.current();
            if (token.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(token.text())) {
                tokens.next();
                others.add(new Comparand(token.text(), sum()));
            } else if (tokens.skipName("in")) {
                others.add(new Comparand("in", sum()));
            } else if (token.isName("not") && tokens.ahead().isName("in")) {
                tokens.next();
                tokens.next();
                others.add(new Comparand("not in", sum()));
            } else {
                return others.isEmpty() ? first : new Node.Comparison(first, others);
            }
        }
    }

    private Node sum() {
        Node left = concat();
        while (tokens.current().is("+") || tokens.current().is("-")) {
            left = new Node.Arithmetic(tokens.next().text(), left, concat());
        }
        return left;
    }

    private Node concat() {
        Node first = product();
        if (!tokens.current().is("~")) {
            return first;
        }
        var parts = new ArrayList<Node>(List.of(first));
        while (tokens.skip("~")) {
            parts.add(product());
        }
        return new Node.Concat(parts);
    }

    private Node product() {
        Node left = power();
        while (tokens.current().kind() == Token.Kind.OPERATOR
                && Set.of("*", "/", "//", "%").contains(tokens.current().text())) {
            left = new Node.Arithmetic(tokens.next().text(), left, power());
        }
        return left;
    }

    private Node power() {
        Node left = operands.unary(true);
        while (tokens.skip("**")) {
            left = new Node.Arithmetic("**", left, operands.unary(true));
        }
        return left;
    }
}
