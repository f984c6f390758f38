package ai.opsai.sampler.token;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where tokens come from. */
@FunctionalInterface
public interface Tokens {

    /** @param rejectedVersion of a token that the provider rejected, which asks for a newer one */
    TokenAnswer release(String tenantId, UUID connectionId, @Nullable Long rejectedVersion);
}
