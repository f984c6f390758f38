package ai.opsai.sampler.expression;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Hashes and encodings. The weak hashes are here because providers' APIs ask for them, not to protect anything. */
final class Digests {

    private static final Map<String, String> ALGORITHMS = Map.of(
            "md5", "MD5", "sha1", "SHA-1", "sha224", "SHA-224", "sha256", "SHA-256", "sha384", "SHA-384", "sha512",
            "SHA-512");

    private Digests() {}

    static String hash(@Nullable Object value, Arguments a) {
        String name = Texts.required(a.get(0, "hash_type", "md5"));
        Object salt = a.get(1, "salt", null);
        String algorithm = ALGORITHMS.get(name);
        if (algorithm == null) {
            throw new ExpressionException("no hash function of that name");
        }
        String text = Texts.str(value) + (Truth.of(salt) ? Texts.str(salt) : "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hmac(@Nullable Object value, Arguments a) {
        if (!Texts.required(a.get(1, "hash_type", "sha256")).equals("sha256")) {
            throw new ExpressionException("hash type is not allowed");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Texts.str(a.get(0, "key")).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(Texts.str(value).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ExpressionException("the key can't be used");
        }
    }

    static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ExpressionException("no base64 text");
        }
    }
}
