package ai.opsai.sampler.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The old {@code "%02d" % value} formatting, with the conversions that manifests use. */
final class PercentFormat {

    private static final Pattern FIELD = Pattern.compile(
            "%(?:\\((?<key>[^)]*)\\))?(?<flags>[-+ 0#]*)(?<width>\\d*)(?:\\.(?<precision>\\d+))?(?<type>.)");

    private PercentFormat() {}

    static String apply(String format, @Nullable Object values) {
        List<@Nullable Object> items = values instanceof Tuple(List<@Nullable Object> tuple)
                ? tuple
                : java.util.Collections.singletonList(values);
        var out = new StringBuilder();
        Matcher matcher = FIELD.matcher(format);
        int at = 0;
        int used = 0;
        while (matcher.find()) {
            out.append(format, at, matcher.start());
            at = matcher.end();
            if (matcher.group("type").equals("%")) {
                out.append('%');
            } else if (matcher.group("key") != null) {
                out.append(field(matcher, keyed(values, matcher.group("key"))));
                used = items.size();
            } else {
                if (used >= items.size()) {
                    throw new ExpressionException.WrongType("not enough arguments for format");
                }
                out.append(field(matcher, items.get(used++)));
            }
        }
        if (used < items.size() && !(values instanceof Map<?, ?>)) {
            throw new ExpressionException.WrongType("not all arguments converted");
        }
        return out.append(format.substring(at)).toString();
    }

    private static @Nullable Object keyed(@Nullable Object values, String key) {
        if (values instanceof Map<?, ?> map && map.containsKey(key)) {
            return map.get(key);
        }
        throw new ExpressionException("no value for a format key");
    }

    private static String field(Matcher matcher, @Nullable Object value) {
        String text = switch (matcher.group("type").charAt(0)) {
            case 's' -> Texts.str(value);
            case 'r' -> Texts.repr(value);
            case 'd', 'i', 'u' ->
                Texts.str(Numbers.isFloat(value) ? Numbers.truncated(Numbers.real(value)) : Numbers.big(value));
            case 'f', 'F' -> fixed(value, matcher.group("precision"));
            case 'x' -> Numbers.big(value).toString(16);
            default -> throw new ExpressionException("unsupported format character");
        };
        return padded(text, matcher.group("flags"), matcher.group("width"));
    }

    private static String fixed(@Nullable Object value, @Nullable String precision) {
        int places = precision == null ? 6 : Math.min(Integer.parseInt(precision), 100);
        return new BigDecimal(Numbers.real(value))
                .setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String padded(String text, String flags, String width) {
        int missing = (width.isEmpty() ? 0 : Math.min(Integer.parseInt(width), 1000)) - text.length();
        if (missing <= 0) {
            return text;
        }
        if (flags.indexOf('-') >= 0) {
            return text + " ".repeat(missing);
        }
        if (flags.indexOf('0') < 0) {
            return " ".repeat(missing) + text;
        }
        return text.startsWith("-") ? "-" + "0".repeat(missing) + text.substring(1) : "0".repeat(missing) + text;
    }
}
