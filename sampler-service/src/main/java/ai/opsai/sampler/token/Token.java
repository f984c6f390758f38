package ai.opsai.sampler.token;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A released access token with what belongs to it. Not a record, and without a readable {@code toString}. */
public final class Token {

    private final String secret;
    private final long version;
    private final @Nullable Instant expiresAt;
    private final Set<String> allowedHosts;
    private final TokenHeader header;
    private final @Nullable URI apiBase;
    private final Map<String, Object> config;

    Token(
            String secret,
            long version,
            @Nullable Instant expiresAt,
            TokenHeader header,
            Set<String> allowedHosts,
            @Nullable URI apiBase,
            Map<String, Object> config) {
        this.secret = secret;
        this.version = version;
        this.expiresAt = expiresAt;
        this.header = header;
        this.allowedHosts = allowedHosts;
        this.apiBase = apiBase;
        this.config = config;
    }

    public String secret() {
        return secret;
    }

    public long version() {
        return version;
    }

    public TokenHeader header() {
        return header;
    }

    public Set<String> allowedHosts() {
        return allowedHosts;
    }

    public @Nullable URI apiBase() {
        return apiBase;
    }

    /** Variables of the connection and secrets that a manifest expects in its configuration. */
    public Map<String, Object> config() {
        return config;
    }

    public boolean expiresBefore(Instant moment) {
        return expiresAt != null && expiresAt.isBefore(moment);
    }

    @Override
    public String toString() {
        return "Token[version=" + version + "]";
    }
}
