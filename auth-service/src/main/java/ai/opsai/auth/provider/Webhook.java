package ai.opsai.auth.provider;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * How a provider tells that it was disconnected on its side.
 *
 * @param events the values of {@code event} that mean so
 */
public record Webhook(Signature signature, Place event, Set<String> events, Place account) {

    public Webhook {
        events = Set.copyOf(events);
    }

    /** What proves that the provider sent it. */
    public record Signature(String header, Scheme scheme, SigningSecret secret) {}

    /** Which secret that is. */
    public enum SigningSecret {
        /** One of its own, that the operator copies from the provider. */
        OWN,
        /** Our application's client secret, where there is no other. */
        CLIENT
    }

    /** How the signature is made of the body and our secret. */
    public enum Scheme {
        HMAC_SHA256_HEX,
        HMAC_SHA256_BASE64,
        SLACK_V0,
        STRIPE_V1
    }

    /** A header, or a place in the body; exactly one of them. */
    public record Place(@Nullable String header, @Nullable JsonPointer pointer) {}
}
