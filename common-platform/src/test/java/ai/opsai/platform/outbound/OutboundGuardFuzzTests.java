package ai.opsai.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is given as an address is refused, or what was checked is what would be called. Its corpus is kept from fuzzing. */
class OutboundGuardFuzzTests {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz/outbound-guard");
    private static final OutboundPolicy POLICY = OutboundPolicy.publicOnly();

    /** The entry that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        request(text);
        redirect(text);
    }

    private static void request(String text) {
        URI uri = uri(text);
        Target target = uri == null ? null : target(uri);
        if (target == null) {
            return;
        }
        HttpHost called = target.toHttpHost();
        assertThat(called.getSchemeName()).isIn("http", "https").isEqualTo(target.scheme());
        assertThat(called.getPort()).isBetween(0, 65_535).isEqualTo(target.port());
        assertThat(called.getHostName()).doesNotContainAnyWhitespaces().doesNotContain("@", "/", "\\", "#", "?");
        assertThat("[" + called.getHostName() + "]").contains(target.host().replaceAll("[\\[\\]]", ""));
        closedNetworksStayClosed(called);
    }

    /** Of all numeric spellings, what is resolved without a name server is public or refused. */
    private static void closedNetworksStayClosed(HttpHost called) {
        HostResolver literals = host -> {
            if (!host.matches("[0-9.]+|.*:.*")) {
                throw new UnknownHostException(host);
            }
            return InetAddress.getAllByName(host);
        };
        try {
            for (InetAddress address : new CheckingResolver(POLICY, literals).resolve(called.getHostName())) {
                assertThat(AddressClass.of(address)).isEqualTo(AddressClass.PUBLIC);
            }
        } catch (OutboundFailure | UnknownHostException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private static void redirect(String location) {
        OutboundRequest request = OutboundRequest.get(URI.create("https://provider.example/start"))
                .allowedHosts(Set.of("provider.example"));
        var response = new OutboundResponse(302, Map.of("location", List.of(location)), new byte[0], request.uri());
        try {
            URI next = Redirects.target(request, response);
            assertThat(Target.origin(java.util.Objects.requireNonNull(next))).startsWith("https://provider.example:");
        } catch (OutboundFailure refused) {
            assertThat(refused.code()).isEqualTo(OutboundFailure.Code.REDIRECT_BLOCKED);
        }
    }

    private static @Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Target target(URI uri) {
        try {
            return Target.of(uri);
        } catch (OutboundFailure e) {
            return null;
        }
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void addressesAreRefusedOrCalledAsChecked(Path input) throws IOException {
        fuzzerTestOneInput(Files.readAllBytes(input));
    }
}
