package ai.opsai.sampler.connector;

import ai.opsai.sampler.token.TokenHeader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;
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

    /** @param base takes the place of the manifest's own address, as for compatible servers elsewhere */
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

    /** The connection's own address of the API; a further host of the provider, which the connection may call too, keeps its own. */
    String base(String declared) {
        if (base == null) {
            return declared;
        }
        String host = host(declared);
        return !host.equals(base.getHost()) && allowedHosts.contains(host) ? declared : base.toString();
    }

    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(new URI(address).getHost(), "");
        } catch (URISyntaxException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "ProviderAccess[***]";
    }
}
