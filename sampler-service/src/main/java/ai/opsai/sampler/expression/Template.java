package ai.opsai.sampler.expression;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A parsed expression of a manifest. Parsed once, evaluated often; immutable and safe for use by many threads.
 *
 * <p>The declarative format's rules on top of the template language: rendered text that spells a Python literal becomes that
 * value; access through an undefined value yields the default; a type error inside yields the template's own text.
 */
public final class Template {

    private final String source;
    private final List<Part> parts;
    private final Set<String> freeNames;

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = parts;
        this.freeNames = FreeNames.of(parts);
    }

    /** @throws ExpressionException when the text is no valid template */
    public static Template parse(String source) {
        return new Template(source, TemplateParser.parse(source));
    }

    public String source() {
        return source;
    }

    /** The value under the literal rule; {@code null} where the template renders nothing or reads through an undefined. */
    public @Nullable Object evaluate(Scope scope) {
        try {
            String text = render(scope);
            return text.isEmpty() ? null : literal(text);
        } catch (ExpressionException.ThroughUndefined e) {
            return null;
        }
    }

    /** The value as text, for paths, headers and parameters; empty where nothing is rendered. */
    public String text(Scope scope) {
        Object value = evaluate(scope);
        return value == null ? "" : Texts.str(value);
    }

    /**
     * The value for a parameter, a header or a form: a whole number or a flag where the text spells one, else the text
     * itself, lists and dicts included. {@code null} where nothing, or None, is rendered.
     */
    public @Nullable Object scalar(Scope scope) {
        return evaluate(scope, Numbers::isInteger);
    }

    /** The value under the literal rule where it has the wanted kind, else the text as rendered. */
    public @Nullable Object evaluate(Scope scope, Predicate<Object> wanted) {
        try {
            String text = render(scope);
            Object value = text.isEmpty() ? null : literal(text);
            return value == null || wanted.test(value) ? value : text;
        } catch (ExpressionException.ThroughUndefined e) {
            return null;
        }
    }

    /** The value as a condition: false for nothing and for every spelling of nothing. */
    public boolean test(Scope scope) {
        return Truth.ofCondition(evaluate(scope));
    }

    private static @Nullable Object literal(String text) {
        try {
            return Literals.valueOf(text);
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** The text as rendered, before the literal rule. */
    private String render(Scope scope) {
        if (scope.knows("self")) {
            throw new ExpressionException("self is reserved");
        }
        for (String name : freeNames) {
            if (!scope.knows(name)) {
                throw new ExpressionException("undeclared variable " + name);
            }
        }
        try {
            return Renderer.render(parts, scope);
        } catch (ExpressionException.WrongType | ClassCastException e) {
            return source;
        } catch (UnsupportedOperationException | ArithmeticException | java.time.DateTimeException e) {
            throw new ExpressionException("evaluation failed: " + e.getClass().getSimpleName());
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** A list that holds itself, or a pattern that java.util.regex matches by recursion: no depth of ours counts those. */
    private static ExpressionException tooDeep() {
        return new ExpressionException("the value is nested too deeply");
    }
}
