package ai.opsai.organizer.inventory;

import java.util.regex.Pattern;

/** The escaped NUL in JSON text. */
final class NulCharacters {

    private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private NulCharacters() {}

    static String dropped(String json) {
        return json.contains("\\u0000") ? ESCAPED.matcher(json).replaceAll("$1") : json;
    }
}
