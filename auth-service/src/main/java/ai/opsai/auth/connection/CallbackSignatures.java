package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Authenticity.CallbackSignature;
import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.secret.Hmac;
import ai.opsai.auth.secret.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks ways back that a provider signs with our client secret: nobody else can have sent them. */
final class CallbackSignatures {

    private CallbackSignatures() {}

    /** Whether the signature is there and good; true where the provider signs nothing. */
    static boolean good(OAuth oauth, HttpServletRequest callback) {
        CallbackSignature signature = oauth.authenticity().callbackSignature();
        Secret secret = oauth.clientSecret();
        if (signature == null) {
            return true;
        }
        String sent = callback.getParameter(signature.parameter());
        return sent != null
                && secret != null
                && switch (signature.algorithm()) {
                    case HMAC_SHA256_HEX -> same(sent, Hmac.sha256(secret, signed(signature, callback)));
                };
    }

    /** All other parameters in the order of their names. */
    private static String signed(CallbackSignature signature, HttpServletRequest callback) {
        return new TreeMap<>(callback.getParameterMap())
                .entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals(signature.parameter()))
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue()[0])
                        .collect(Collectors.joining("&"));
    }

    private static boolean same(String sent, byte[] expected) {
        byte[] text = HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.US_ASCII), text);
    }
}
