package ai.opsai.sampler.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sampler reads of a provider is what the gateway connects: the same id and address, and consent to all of it. */
class GatewayAgreementTests {

    private static final Path GATEWAY = Path.of("../auth-service/src/main/resources/providers");
    private static final Path CONNECTORS = Path.of("src/main/resources/connectors");

    private static final SampledProviders PROVIDERS = new SampledProviders(ProviderFiles.builtIn());

    static List<String> ids() {
        return PROVIDERS.all().stream().map(SampledProvider::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void pathsAreBelowTheAddressThatTheGatewayTells(String id) {
        Source.Mapping api = file(GATEWAY, id, "provider.yaml").mapping("api");
        List<String> addresses =
                addresses(file(CONNECTORS, id, "manifest.yaml")).toList();

        assertThat(addresses).contains(api.text("base"));
        assertThat(addresses)
                .allSatisfy(address -> assertThat(api.texts("allowedHosts"))
                        .contains(address.replaceFirst("https://([^/]+).*", "$1")));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void consentIsAskedForEveryEntity(String id) {
        Source.Mapping gateway = file(GATEWAY, id, "provider.yaml");
        Set<String> asked =
                gateway.has("oauth") ? Set.copyOf(gateway.mapping("oauth").texts("scopes")) : Set.of();

        assertThat(PROVIDERS.find(id).orElseThrow().entities().values())
                .allSatisfy(entity -> assertThat(entity.scopes().isEmpty()
                                || entity.scopes().stream().anyMatch(asked::contains))
                        .as("%s needs one of %s", entity.name(), entity.scopes())
                        .isTrue());
    }

    private static Source.Mapping file(Path folder, String id, String name) {
        Path file = folder.resolve(id).resolve(name);
        try {
            return Manifest.read(file.toString(), Files.readString(file)).root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All values of {@code url_base}, with the connection's variables written as the gateway does. */
    private static Stream<String> addresses(Source source) {
        return switch (source) {
            case Source.Mapping mapping ->
                mapping.entries().entrySet().stream()
                        .flatMap(entry -> entry.getKey().equals("url_base")
                                ? Stream.of(String.valueOf(entry.getValue().plain())
                                        .replaceAll("\\{\\{ config\\['(\\w+)'] }}", "{$1}"))
                                : addresses(entry.getValue()));
            case Source.Items items -> items.items().stream().flatMap(GatewayAgreementTests::addresses);
            case Source.Scalar _ -> Stream.empty();
        };
    }
}
