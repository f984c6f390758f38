package ai.opsai.sampler.token;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Tokens without a gateway. */
public final class TestTokens {

    private TestTokens() {}

    /** Always releases this token for a provider at this address. */
    public static Tokens of(String secret, String apiBase) {
        URI base = URI.create(apiBase);
        var token = new Token(secret, 1, null, TokenHeader.BEARER, Set.of(base.getAuthority()), base, Map.of());
        return (tenant, connection, rejected) -> new TokenAnswer.Released(token);
    }
}
