package ai.opsai.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets that were used, and every form in which one could lie around. Thread-safe. */
final class Markers {

    /** Below this a text may turn up by chance. */
    private static final int SHORTEST = 12;

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    void add(String secret) {
        if (secret.length() >= SHORTEST) {
            secrets.add(secret);
        }
    }

    Set<String> all() {
        return Set.copyOf(secrets);
    }

    /** Which secrets lie in the bytes, in any form. A hit shows only the beginning of the secret. */
    List<String> in(byte[] bytes) {
        String haystack = new String(bytes, ISO_8859_1);
        List<String> hits = new ArrayList<>();
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                if (haystack.contains(form)) {
                    hits.add(secret.substring(0, 8) + "… as " + form.substring(0, 8) + "…");
                }
            }
        }
        return hits;
    }

    static Set<String> forms(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        Set<String> forms = new LinkedHashSet<>(List.of(
                new String(bytes, ISO_8859_1),
                hex,
                HexFormat.of().withUpperCase().formatHex(bytes)));
        forms.add(URLEncoder.encode(secret, UTF_8));
        for (int before = 0; before < 3; before++) {
            forms.add(inBase64(Base64.getEncoder(), bytes, before));
            forms.add(inBase64(Base64.getUrlEncoder(), bytes, before));
        }
        return forms;
    }

    /** What of the secret is the same in base64 whatever stands around it, after so many bytes modulo 3. */
    private static String inBase64(Base64.Encoder encoder, byte[] secret, int before) {
        byte[] padded = new byte[before + secret.length];
        System.arraycopy(secret, 0, padded, before, secret.length);
        String text = encoder.withoutPadding().encodeToString(padded);
        int first = before == 0 ? 0 : before + 1;
        int whole = padded.length / 3 * 4;
        return text.substring(first, whole);
    }
}
