package ai.opsai.platform.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads key files: the private JWK of a service and the public JWKS of all. A key that is no P-256 key, or has no kid,
 * stops the start rather than a call.
 */
public final class AssertionKeys {

    private AssertionKeys() {}

    /** The signing key of this service, from a file that only its user can read. */
    public static ECKey privateKey(Path file) {
        try {
            ECKey key = checked(JWK.parse(read(file)));
            if (!key.isPrivate()) {
                throw new IllegalArgumentException(file + " holds no private key");
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalArgumentException(file + " is no JSON Web Key", e);
        }
    }

    /** The verifiers of all trusted keys by kid; two kids of one service are both good, so that keys can rotate. */
    static Map<String, ECDSAVerifier> verifiers(JWKSet keys) {
        Map<String, ECDSAVerifier> byKid = new HashMap<>();
        for (JWK key : keys.getKeys()) {
            try {
                byKid.put(key.getKeyID(), new ECDSAVerifier(checked(key).toECPublicKey()));
            } catch (JOSEException e) {
                throw new IllegalArgumentException("key " + key.getKeyID() + " can't verify", e);
            }
        }
        return Map.copyOf(byKid);
    }

    /** The public keys of all services. */
    public static JWKSet trusted(Path file) {
        try {
            return JWKSet.parse(read(file));
        } catch (ParseException e) {
            throw new IllegalArgumentException(file + " is no JSON Web Key Set", e);
        }
    }

    private static ECKey checked(JWK key) {
        if (key instanceof ECKey elliptic && Curve.P_256.equals(elliptic.getCurve()) && key.getKeyID() != null) {
            return elliptic;
        }
        throw new IllegalArgumentException("key " + key.getKeyID() + " is no EC P-256 key with a kid");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the key file " + file, e);
        }
    }
}
