package ai.opsai.sampler.expression;

import java.util.List;

/** A cursor over tokens, with the few moves that a recursive-descent parser makes. */
final class TokenStream {

    private static final int MAX_DEPTH = 100;

    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(at);
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    boolean skip(String operator) {
        boolean found = current().is(operator);
        if (found) {
            next();
        }
        return found;
    }

    boolean skipName(String name) {
        boolean found = current().isName(name);
        if (found) {
            next();
        }
        return found;
    }

    void expect(String operator) {
        if (!skip(operator)) {
            throw unexpected();
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected();
        }
    }

    String name() {
        if (current().kind() != Token.Kind.NAME) {
            throw unexpected();
        }
        return next().text();
    }

    void end() {
        if (current().kind() != Token.Kind.END) {
            throw unexpected();
        }
    }

    /** Bounds the nesting, so that no input can exhaust the stack. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException("nested too deeply");
        }
    }

    void leave() {
        depth--;
    }

    ExpressionException unexpected() {
        Token token = current();
        return new ExpressionException("unexpected "
                + (token.kind() == Token.Kind.END ? "end" : "'" + token.text() + "'") + " at " + token.position());
    }
}
