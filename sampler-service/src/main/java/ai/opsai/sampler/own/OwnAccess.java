package ai.opsai.sampler.own;

import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.token.TokenHeader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The access that a configuration gives by itself. */
public final class OwnAccess {

    private static final String TOKEN = "access_token";

    private OwnAccess() {}

    /** @param hosts the only ones that may be called; none are added later */
    public static ProviderAccess of(Map<String, @Nullable Object> config, Set<String> hosts) {
        return new ProviderAccess(token(config), TokenHeader.BEARER, config, hosts, null);
    }

    /** What a manifest that would refresh tokens itself is given in their place; nothing where the user brings none. */
    private static String token(Map<String, @Nullable Object> config) {
        Object token = config.get(TOKEN);
        if (token == null && config.get("credentials") instanceof Map<?, ?> credentials) {
            token = credentials.get(TOKEN);
        }
        return token == null ? "" : token.toString();
    }
}
