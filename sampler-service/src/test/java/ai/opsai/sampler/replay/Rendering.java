package ai.opsai.sampler.replay;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders texts with expressions in them, for one set of variables. */
final class Rendering {

    private static final Pattern EXPRESSION =
            Pattern.compile("\\{\\{-?((?:[^{}'\"]|'[^']*'|\"[^\"]*\"|\\{[^{}]*\\})*?)-?\\}\\}", Pattern.DOTALL);

    private final Map<String, @Nullable Object> variables;
    private final Clock clock;

    Rendering(Map<String, @Nullable Object> variables, Clock clock) {
        this.variables = variables;
        this.clock = clock;
    }

    Rendering with(String name, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(variables);
        more.put(name, value);
        return new Rendering(more, clock);
    }

    /** The text as it stands in an address or header; empty where the expression fails for an undefined. */
    String text(@Nullable Object template) {
        Object rendered = rendered(template);
        boolean quoted = rendered instanceof String text && text.strip().matches("'[^']*'|\"[^\"]*\"");
        return rendered == null ? "" : spelled(quoted ? value(rendered) : rendered);
    }

    /** The value under the literal rule: a text that spells a value is that value, an empty one is nothing. */
    @Nullable
    Object value(@Nullable Object template) {
        Object rendered = rendered(template);
        return rendered instanceof String text ? literal(text) : rendered;
    }

    /** As parameters and headers take values: only whole numbers are told from text, which makes no difference there. */
    @Nullable
    String scalar(@Nullable Object template) {
        Object rendered = rendered(template);
        return rendered == null || rendered.equals("") ? null : spelled(rendered);
    }

    boolean condition(@Nullable Object template) {
        return Values.condition(rendered(template));
    }

    private @Nullable Object rendered(@Nullable Object template) {
        if (!(template instanceof String text)) {
            return template;
        }
        if (text.contains("{%") || text.contains("{#")) {
            throw new NotReplayed("a statement in " + shortened(text));
        }
        Matcher matcher = EXPRESSION.matcher(text);
        var out = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            Object value = Formula.compute(matcher.group(1), variables, clock);
            if (value == Missing.BROKEN) {
                return null;
            }
            if (matcher.start() == 0 && matcher.end() == text.strip().length()) {
                return value == Missing.UNDEFINED ? "" : value;
            }
            out.append(text, end, matcher.start()).append(spelled(value));
            end = matcher.end();
        }
        String rest = text.substring(end);
        if (rest.contains("{{")) {
            throw new NotReplayed("the expression " + shortened(text));
        }
        return out.append(rest).toString();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private static String spelled(@Nullable Object value, int depth) {
        return switch (value) {
            case null -> "None";
            case Boolean flag -> flag ? "True" : "False";
            case String text -> depth == 0 ? text : "'" + text + "'";
            case Number number -> number.toString();
            case List<?> list ->
                list.stream().map(item -> spelled(item, 1)).toList().toString();
            case Map<?, ?> _ -> throw new NotReplayed("an object written into a text");
            default -> {
                if (value == Missing.UNDEFINED) {
                    yield "";
                }
                throw new NotReplayed("a date written into a text");
            }
        };
    }

    /** What an expression's value looks like in a text. */
    static String spelled(@Nullable Object value) {
        return spelled(value, 0);
    }

    private static @Nullable Object literal(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.equals("None")) {
            return null;
        }
        if (trimmed.equals("True") || trimmed.equals("False")) {
            return trimmed.equals("True");
        }
        if (text.matches("-?(0|[1-9]\\d{0,17})")) {
            return Long.valueOf(text);
        }
        if (text.matches("-?(0|[1-9]\\d*)\\.\\d+")) {
            return Double.valueOf(text);
        }
        boolean structure = (trimmed.startsWith("[") && trimmed.endsWith("]"))
                || (trimmed.startsWith("{") && trimmed.endsWith("}"))
                || trimmed.matches("'[^']*'|\"[^\"]*\"");
        if (!structure) {
            return text;
        }
        try {
            return Formula.compute(trimmed, Map.of(), Clock.systemUTC());
        } catch (NotReplayed e) {
            return text;
        }
    }

    /** Evaluates every text of a structure; what gives nothing is left out. */
    @Nullable
    Object structure(@Nullable Object template) {
        return switch (template) {
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, item) -> {
                    Object value = structure(item);
                    if (value != null && !key.equals("$parameters")) {
                        values.put(text(key.toString()), value);
                    }
                });
                yield values;
            }
            case List<?> list -> {
                var values = new ArrayList<@Nullable Object>();
                for (Object item : list) {
                    Object value = structure(item);
                    if (value != null) {
                        values.add(value);
                    }
                }
                yield values;
            }
            case null, default -> value(template);
        };
    }
}
