package ai.opsai.auth;

import ai.opsai.auth.FakeWorld.Call;
import ai.opsai.auth.FakeWorld.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The codes of an authorization server that keeps RFC 6749 and RFC 7636: each for one verifier, once. */
final class Codes {

    private final Map<String, Map<String, String>> issued = new ConcurrentHashMap<>();

    /** What the consent page gives for such a request. */
    String consent(Map<String, String> asked) {
        String code = UUID.randomUUID().toString();
        issued.put(code, asked);
        return code;
    }

    /** The answer of the token endpoint. */
    Reply redeem(Call call) {
        Map<String, String> asked = issued.remove(call.parameters().get("code"));
        boolean good = asked != null
                && challenge(call.parameters().getOrDefault("code_verifier", ""))
                        .equals(asked.get("code_challenge"))
                && call.parameters().getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"));
        return good
                ? Reply.json("{\"access_token\":\"gho_marker\",\"token_type\":\"bearer\"}")
                : new Reply(400, "application/json", "{\"error\":\"invalid_grant\"}");
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
