package ai.opsai.platform.logging;

import java.util.List;
import java.util.regex.Pattern;

/** Masks what has the shape of a credential. Shapes are those that providers gave their tokens so that they can be found. */
final class Scrubber {

    static final String MASK = "***";

    private static final List<String> TOKENS = List.of(
            "gh[oprsu]_[A-Za-z0-9]{16,}", // GitHub
            "github_pat_[A-Za-z0-9_]{16,}",
            "[rs]k_(?:live|test)_[A-Za-z0-9]{8,}", // Stripe
            "xox[a-z]-[A-Za-z0-9-]{8,}", // Slack
            "ya29\\.[A-Za-z0-9_-]{8,}", // Google
            "pat-[a-z0-9]{2,4}-[A-Za-z0-9-]{16,}", // HubSpot
            "shp[a-z]{2}_[A-Za-z0-9]{16,}", // Shopify
            "eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*"); // JWT
    private static final Pattern TOKEN = Pattern.compile("\\b(?:" + String.join("|", TOKENS) + ")");

    // The backslash: JSON may write a slash as \/.
    private static final Pattern HEADER = Pattern.compile("\\b((?i:Basic|Bearer)\\s+)[A-Za-z0-9._~+/\\\\-]{16,}=*");

    private Scrubber() {}

    static String scrub(String text) {
        String headless = HEADER.matcher(text).replaceAll("$1" + MASK);
        return TOKEN.matcher(headless).replaceAll(MASK);
    }
}
