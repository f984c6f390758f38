package ai.opsai.auth.provider;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that differs per connection, such as the name of a shop.
 *
 * @param otherwise its value where none is given
 * @param secret lies in the vault, and fills nothing but credentials
 * @param kept whether the provider tells it, in an answer, rather than the tenant
 */
public record Variable(
        String name,
        String label,
        Pattern pattern,
        @Nullable String example,
        @Nullable String otherwise,
        boolean required,
        boolean secret,
        boolean kept) {

    private static final int LONGEST = 2048;

    /** What a text may be of which nothing more is known. */
    public static final Pattern ANY_LINE = Pattern.compile("\\P{Cntrl}+");

    public boolean accepts(String value) {
        return value.length() <= LONGEST && pattern.matcher(value).matches();
    }
}
