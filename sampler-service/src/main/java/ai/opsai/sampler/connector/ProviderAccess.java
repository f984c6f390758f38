package ai.opsai.sampler.connector;

import ai.opsai.sampler.token.TokenHeader;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run may use: the configuration that expressions read, with the token where the manifest expects it, and the
 * hosts it may call. Not a record, and without a readable {@code toString}: it holds a secret.
 */
public final class ProviderAccess {

    private final String token;
    private final TokenHeader header;
    private final Map<String, @Nullable Object> config;
    private final Set<String> allowedHosts;
    private final @Nullable URI base;

    /** @param base replaces the origin of the manifest's own addresses, for compatible servers elsewhere */
    public ProviderAccess(
            String token,
            TokenHeader header,
            Map<String, @Nullable Object> config,
            Set<String> allowedHosts,
            @Nullable URI base) {
        this.token = token;
        this.header = header;
        this.config = config;
        this.allowedHosts = Set.copyOf(allowedHosts);
        this.base = base;
    }

    String token() {
        return token;
    }

    /** How the provider wants the token, where the manifest leaves that to us. */
    TokenHeader header() {
        return header;
    }

    Map<String, @Nullable Object> config() {
        return config;
    }

    Set<String> allowedHosts() {
        return allowedHosts;
    }

    /** The manifest's base address, or the one that was configured in its place. */
    String base(String declared) {
        return base == null ? declared : base.toString();
    }

    @Override
    public String toString() {
        return "ProviderAccess[***]";
    }
}
