package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.token.TokenHeader;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderAccessTests {

    private static String base(@Nullable String base, Set<String> hosts, String declared) {
        return new ProviderAccess("token", TokenHeader.BEARER, Map.of(), hosts, base == null ? null : URI.create(base))
                .base(declared);
    }

    @Test
    void theConnectionsAddressTakesThePlaceOfTheManifestsOwn() {
        assertThat(base("https://eu.api.example/v2", Set.of("eu.api.example"), "https://api.example/v1"))
                .isEqualTo("https://eu.api.example/v2");
        assertThat(base("https://api.example/v2", Set.of("api.example"), "https://api.example/v1"))
                .isEqualTo("https://api.example/v2");
        assertThat(base(null, Set.of(), "https://api.example/v1")).isEqualTo("https://api.example/v1");
    }

    @Test
    void aFurtherHostThatTheConnectionMayCallKeepsItsAddress() {
        Set<String> hosts = Set.of("www.example", "sheets.example");

        assertThat(base("https://www.example", hosts, "https://sheets.example")).isEqualTo("https://sheets.example");
        assertThat(base("https://www.example", hosts, "https://elsewhere.example"))
                .isEqualTo("https://www.example");
        assertThat(base("http://127.0.0.1:7280/google", Set.of("127.0.0.1:7280"), "https://sheets.example"))
                .isEqualTo("http://127.0.0.1:7280/google");
        assertThat(base("https://www.example", hosts, "no address {x}")).isEqualTo("https://www.example");
    }
}
