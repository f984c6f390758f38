package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Address;
import ai.opsai.platform.outbound.ThisMachine;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JsonPointer;

/** What texts of a file mean; each says why it does not take one. */
final class Meaning {

    static final String WEB_ADDRESS = "an https address";
    static final String POINTER = "a JSON pointer";
    static final String DURATION = "a duration such as PT1H";
    static final String DATE = "a date such as 2027-01-01";

    private Meaning() {}

    /** Only https, or http to this very machine, where nobody listens between. */
    static Address address(String text) {
        Address address = new Address(text);
        address.origin();
        URI uri =
                URI.create(text.replaceFirst("^\\{[a-z0-9_]+}", "https://name").replaceAll("\\{[a-z0-9_]+}", "name"));
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException();
        }
        boolean https = "https".equals(uri.getScheme());
        if (!https && !("http".equals(uri.getScheme()) && ThisMachine.named(uri.getHost()))) {
            throw new Misread("must begin with https, was " + text);
        }
        return address;
    }

    static Address fixed(String text) {
        Address address = address(text);
        address.uri();
        return address;
    }

    /** A path below the API's base, or a whole address. */
    static String path(String text) {
        String path = text.startsWith("/") ? "https://base" + text : text;
        address(path);
        return text;
    }

    static JsonPointer pointer(String text) {
        return JsonPointer.compile(text);
    }

    static Pattern pattern(String text) {
        try {
            Pattern pattern = Pattern.compile(text);
            if (!Patterns.bounded(text)) {
                throw new Misread(
                        "repeats a repetition, which some texts make take for ever; give the inner or the outer"
                                + " one a limit, as in {0,4}");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new Misread("is no pattern: " + e.getDescription());
        }
    }
}
