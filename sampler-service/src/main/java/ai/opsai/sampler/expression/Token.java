package ai.opsai.sampler.expression;

/** One token of an expression; {@code text} is the operator, the name, the digits or the unescaped string. */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        INTEGER,
        FLOAT,
        STRING,
        OPERATOR,
        END
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
