package ai.opsai.local.workspace;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The key pairs by which the services know each other: one private key file each, one public set for all. */
public final class AssertionKeys {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int COORDINATE_BYTES = 32;
    private static final String PUBLIC_SET = "assertion-trusted.jwks";

    private final Secrets secrets;

    public AssertionKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Makes what is missing for these services; existing keys stay. */
    public void ensure(List<String> services) {
        List<Map<String, String>> publicKeys = services.stream()
                .map(service -> secrets.content(privateName(service), () -> newKey(service)))
                .map(AssertionKeys::publicPart)
                .toList();
        secrets.content(PUBLIC_SET, () -> JSON.writeValueAsString(Map.of("keys", publicKeys)));
    }

    public Path privateKey(String service) {
        return secrets.file(privateName(service));
    }

    public Path trustedKeys() {
        return secrets.file(PUBLIC_SET);
    }

    private static String privateName(String service) {
        return "assertion-" + service + ".jwk";
    }

    private static Map<String, String> publicPart(String privateKey) {
        Map<String, String> key = JSON.readValue(privateKey, new TypeReference<TreeMap<String, String>>() {});
        key.remove("d");
        return key;
    }

    private static String newKey(String service) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return JSON.writeValueAsString(jwk(service, generator.generateKeyPair()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }

    private static Map<String, String> jwk(String service, KeyPair pair) {
        ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
        return new TreeMap<>(Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "alg",
                "ES256",
                "use",
                "sig",
                "kid",
                service,
                "x",
                coordinate(publicKey.getW().getAffineX()),
                "y",
                coordinate(publicKey.getW().getAffineY()),
                "d",
                coordinate(((ECPrivateKey) pair.getPrivate()).getS())));
    }

    /** Unsigned and of fixed length, as RFC 7518 wants it; BigInteger adds or drops leading zeros. */
    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
