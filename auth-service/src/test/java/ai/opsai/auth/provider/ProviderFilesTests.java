package ai.opsai.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderFilesTests {

    private static final String MINIMAL = """
            id: acme
            name: Acme
            connect: [token]
            api: {base: "https://api.acme.example", allowedHosts: [api.acme.example]}
            identity: {path: /me, accountId: [/id], accountLabel: [/name]}
            """;

    private final ProviderFiles files = new ProviderFiles();

    @TempDir
    private Path folder;

    @Test
    void ourOwnFilesAreValidAndKeepTokensAtTheirProvider() {
        assertThat(files.builtIn()).extracting(Provider::id).containsExactlyInAnyOrder("github", "stripe", "hubspot");
        assertThat(files.builtIn()).allSatisfy(provider -> {
            assertThat(provider.api().allowedHosts())
                    .containsExactly(provider.api().base().getHost());
            assertThat(Objects.requireNonNull(provider.oauth()).pkce()).isTrue();
            assertThat(provider.configured()).isFalse();
        });
    }

    @Test
    void whatAFileLeavesOutIsWhatMostProvidersDo() {
        Provider acme = files.parse("acme", MINIMAL);

        assertThat(acme.verified()).isFalse();
        assertThat(acme.oauth()).isNull();
        assertThat(acme.api().authHeader()).isEqualTo(new Provider.AuthHeader("Authorization", "Bearer "));
    }

    @Test
    void aBadFileIsNamedWithItsKnob() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> files.parse("acme/provider.yaml", MINIMAL + "colour: red\n"))
                .withMessageContaining("acme/provider.yaml")
                .withMessageContaining("colour");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> files.parse("acme", "id: ["))
                .withMessageContaining("acme");
    }

    @Test
    void anOperatorAddsAProviderByAFolder() throws IOException {
        Files.createDirectory(folder.resolve("acme"));
        Files.writeString(folder.resolve("acme/provider.yaml"), MINIMAL);

        assertThat(files.ofOperator(folder)).extracting(Provider::id).containsExactly("acme");
        assertThat(files.ofOperator(null)).isEmpty();
    }

    @Test
    void anOverriddenApiIsTheOnlyHostThatGetsTheToken() {
        Map<String, String> settings = Map.of(
                "opsai.providers.github.api-base", "http://127.0.0.1:7280/github/",
                "opsai.providers.github.client-id", "client",
                "opsai.providers.github.scopes", "repo, gist");
        Provider github = files.builtIn().stream()
                .filter(provider -> provider.id().equals("github"))
                .map(new ProviderOverrides(settings::get)::apply)
                .findFirst()
                .orElseThrow();

        assertThat(github.api().base()).isEqualTo(URI.create("http://127.0.0.1:7280/github"));
        assertThat(github.api().allowedHosts()).containsExactly("127.0.0.1:7280");
        assertThat(Objects.requireNonNull(github.oauth()).scopes()).containsExactly("repo", "gist");
        assertThat(github.configured()).isTrue();
    }
}
