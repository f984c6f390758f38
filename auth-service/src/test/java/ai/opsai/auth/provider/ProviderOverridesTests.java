package ai.opsai.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.provider.file.ProviderFiles;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderOverridesTests {

    @Test
    void anOverriddenApiIsTheOnlyHostThatGetsTheToken() {
        Provider github = overridden(
                "github",
                Map.of(
                        "opsai.providers.github.api-base", "http://127.0.0.1:7280/github/",
                        "opsai.providers.github.client-id", "client",
                        "opsai.providers.github.scopes", "repo, gist"));

        assertThat(github.api().base()).hasToString("http://127.0.0.1:7280/github");
        assertThat(github.api().allowedHosts()).containsExactly("127.0.0.1:7280");
        assertThat(oauth(github).scopes()).containsExactly("repo", "gist");
        assertThat(oauth(github).revoke().getFirst().uri().template())
                .isEqualTo("http://127.0.0.1:7280/github/applications/{client_id}/token");
        assertThat(github.configured()).isTrue();
    }

    @Test
    void whoMovesTheTokenEndpointMovesWhatIsAskedThereToo() {
        Provider hubspot = overridden(
                "hubspot", Map.of("opsai.providers.hubspot.token-uri", "http://localhost:7280/hubspot/oauth/v1/token"));

        assertThat(oauth(hubspot).refreshUri()).isEqualTo(oauth(hubspot).tokenUri());
        assertThat(oauth(hubspot).revoke().getFirst().uri().template())
                .isEqualTo("http://localhost:7280/hubspot/oauth/v1/token/revoke");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/oauth/token, http://l:1/a/oauth/token, https://a.example/oauth/revoke, http://l:1/a/oauth/revoke",
        "https://a.example/oauth/token, http://l:1/token, https://a.example/oauth/revoke, http://l:1/revoke",
        "https://a.example/oauth/token, http://l:1/token, https://a.example/revoke, http://l:1/revoke",
        "https://a.example/oauth/token, http://l:1/other, https://a.example/oauth/token, http://l:1/other",
        "https://a.example, http://l:1/a, https://a.example/me?x=1, http://l:1/a/me?x=1",
        "https://a.example/v1, http://l:1/a/v1, https://a.example/me, http://l:1/a/me",
        "https://a.example/v1, http://l:1/a, https://b.example/me, https://b.example/me",
        "https://{shop}.a.example/v1, http://l:1/{shop}/v1, https://{shop}.a.example/me, http://l:1/{shop}/me",
    })
    void anAddressFollowsItsServer(String old, String now, String address, String expected) {
        Relocation move = Relocation.of(new Address(old), new Address(now));

        assertThat(move.of(new Address(address)).template()).isEqualTo(expected);
    }

    private static OAuth oauth(Provider provider) {
        return Objects.requireNonNull(provider.oauth());
    }

    private static Provider overridden(String id, Map<String, String> settings) {
        return ProviderFiles.builtIn().stream()
                .filter(provider -> provider.id().equals(id))
                .map(new ProviderOverrides(settings::get)::apply)
                .findFirst()
                .orElseThrow();
    }
}
