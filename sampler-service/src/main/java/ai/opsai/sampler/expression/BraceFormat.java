package ai.opsai.sampler.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code "{} and {name}".format(...)} with plain fields; attribute access and nested fields are refused. */
final class BraceFormat {

    private static final Pattern FIELD = Pattern.compile("\\{\\{|\\}\\}|\\{(?<name>\\w*)(?::(?<spec>[^{}]*))?\\}");

    private BraceFormat() {}

    static String apply(String format, Arguments arguments) {
        var out = new StringBuilder();
        Matcher matcher = FIELD.matcher(format);
        int at = 0;
        int automatic = 0;
        while (matcher.find()) {
            out.append(format, at, matcher.start());
            at = matcher.end();
            String name = matcher.group("name");
            if (name == null) {
                out.append(matcher.group().charAt(0));
            } else {
                String field = name.isEmpty() ? String.valueOf(automatic++) : name;
                out.append(spec(value(field, arguments), matcher.group("spec")));
            }
        }
        return out.append(format.substring(at)).toString();
    }

    private static @Nullable Object value(String field, Arguments arguments) {
        boolean number = Character.isDigit(field.charAt(0));
        int index = number ? Integer.parseInt(field) : Integer.MAX_VALUE;
        if (!arguments.has(index, field)) {
            throw new ExpressionException("no value for a format field");
        }
        return arguments.get(index, field);
    }

    private static String spec(@Nullable Object value, @Nullable String spec) {
        if (spec == null || spec.isEmpty()) {
            return Texts.str(value);
        }
        char type = spec.charAt(spec.length() - 1);
        String body = Character.isLetter(type) ? spec : spec + (value instanceof String ? "s" : "d");
        return PercentFormat.apply("%" + body.replace("<", "-").replace(">", ""), value);
    }
}
