package ai.opsai.sampler.connector;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code FirstName} becomes {@code first_name}; what is neither letter nor digit only separates. */
final class SnakeCase {

    private static final Pattern TOKEN = Pattern.compile("[A-Z]+[a-z]*|[a-z]+|\\d+|(?<none>[^a-zA-Z\\d]+)");

    private SnakeCase() {}

    static String of(String key) {
        String ascii = Normalizer.normalize(key, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(ascii);
        while (token.find()) {
            tokens.add(token.group("none") == null ? token.group().toLowerCase(Locale.ROOT) : "");
        }
        return String.join("_", kept(tokens));
    }

    /** Separators count at the ends only; a name never begins with a digit. */
    private static List<String> kept(List<String> tokens) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean inside = tokens.size() > 2 && i > 0 && i < tokens.size() - 1;
            if (!inside || !tokens.get(i).isEmpty()) {
                kept.add(tokens.get(i));
            }
        }
        if (!kept.isEmpty() && kept.getFirst().matches("\\d+")) {
            kept.addFirst("");
        }
        return kept;
    }
}
