package ai.opsai.auth.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How we know that an answer is this provider's.
 *
 * @param issuer its name in answers (RFC 9207) and metadata (RFC 8414)
 * @param issuerInCallback the provider promises the name in every answer, so that one without it is refused
 */
public record Authenticity(
        @Nullable String issuer,
        boolean issuerInCallback,
        @Nullable OpenId openId,
        @Nullable CallbackSignature callbackSignature) {

    /** Who signs its id tokens, and with which keys. */
    public record OpenId(String issuer, URI jwksUri) {}

    /** The parameter of the way back that signs all others with our client secret. */
    public record CallbackSignature(String parameter, Algorithm algorithm) {

        /** How it is made. */
        public enum Algorithm {
            HMAC_SHA256_HEX
        }
    }

    /** What is left when the consent page is elsewhere: that server has another name and other keys. */
    Authenticity ofAnotherServer() {
        return new Authenticity(null, false, null, callbackSignature);
    }
}
