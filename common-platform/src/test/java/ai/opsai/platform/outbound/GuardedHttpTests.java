package ai.opsai.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.opsai.platform.outbound.OutboundFailure.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTests {

    private static final OutboundPolicy LOCAL = OutboundPolicy.publicOnly()
            .withPrivate(true)
            .withTimes(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(2))
            .withMaxBytes(64 * 1024);

    private final OutboundHttp http = OutboundHttp.guarded(LOCAL);

    @Test
    void readsAnAnswerWithItsHeaders() throws IOException {
        try (ScriptedServer server =
                ScriptedServer.answering("HTTP/1.1 200 OK\r\nX-Rate: 7\r\nContent-Length: 2\r\n\r\nhi")) {
            OutboundResponse response = http.send(OutboundRequest.get(server.uri("/a?b=c")));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("x-rate")).isEqualTo("7");
            assertThat(response.text()).isEqualTo("hi");
            assertThat(server.requests().getFirst()).startsWith("GET /a?b=c HTTP/1.1");
        }
    }

    @Test
    void postsABody() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            byte[] body = "a=b".getBytes(StandardCharsets.UTF_8);
            OutboundResponse response =
                    http.send(OutboundRequest.post(server.uri("/"), "application/x-www-form-urlencoded", body));

            assertThat(response.status()).isEqualTo(204);
            assertThat(server.requests().getFirst())
                    .contains("Content-Length: 3", "Content-Type: application/x-www-form-urlencoded");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://0.0.0.0/",
                "https://169.254.169.254/latest",
                "https://10.0.0.1/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.0.1./",
                "https://localhost/",
                "http://example.com/",
                "https://user:pass@example.com/",
                "https://8.8.8.8:22/",
                "https://8.8.8.8:5432/",
                "file:///etc/passwd",
                "gopher://example.com/"
            })
    void refusesWhatIsNotPublicBeforeItConnects(String address) {
        assertThat(failureOf(OutboundHttp.guarded(OutboundPolicy.publicOnly()), URI.create(address)))
                .isEqualTo(Code.EGRESS_BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:7260/", "http://127.0.0.1:7254/", "http://169.254.169.254/"})
    void keepsOurOwnPortsAndLinkLocalClosedEvenInPrivateMode(String address) {
        assertThat(failureOf(http, URI.create(address))).isEqualTo(Code.EGRESS_BLOCKED);
    }

    @Test
    void refusesANameWhoseSecondAnswerIsPrivate() {
        AtomicInteger asked = new AtomicInteger();
        OutboundHttp rebound = new GuardedHttp(OutboundPolicy.publicOnly(), host -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1")};
        });

        assertThat(failureOf(rebound, URI.create("https://rebound.example/"))).isEqualTo(Code.EGRESS_BLOCKED);
        assertThat(asked).hasValue(1);
    }

    @Test
    void keepsToTheHostsOfTheRequest() {
        OutboundRequest request =
                OutboundRequest.get(URI.create("https://evil.example/")).allowedHosts(Set.of("api.github.com"));

        assertThat(failureOf(http, request)).isEqualTo(Code.EGRESS_BLOCKED);
    }

    @Test
    void followsARedirectAndDropsSecretsAtAnotherOrigin() throws IOException {
        try (ScriptedServer second = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                ScriptedServer first = ScriptedServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: " + second.uri("/next") + "\r\nContent-Length: 0\r\n\r\n")) {
            OutboundResponse response = http.send(OutboundRequest.get(first.uri("/"))
                    .header("Authorization", "Bearer secret")
                    .secretHeader("X-Key", "secret")
                    .header("Accept", "application/json"));

            assertThat(response.uri()).isEqualTo(second.uri("/next"));
            assertThat(first.requests().getFirst()).contains("Bearer secret", "X-Key: secret");
            assertThat(second.requests().getFirst()).doesNotContain("secret").contains("Accept: application/json");
        }
    }

    @Test
    void refusesRedirectsThatLoopOrLeadToAClosedPlaceOrBelongToAPost() throws IOException {
        try (ScriptedServer loop = ScriptedServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: /\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                ScriptedServer inside = ScriptedServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(failureOf(http, loop.uri("/"))).isEqualTo(Code.REDIRECT_BLOCKED);
            assertThat(failureOf(http, inside.uri("/"))).isIn(Code.REDIRECT_BLOCKED, Code.EGRESS_BLOCKED);
            assertThat(failureOf(http, OutboundRequest.post(loop.uri("/"), "text/plain", new byte[1])))
                    .isEqualTo(Code.REDIRECT_BLOCKED);
        }
    }

    @Test
    void stopsABodyOverTheLimitWhetherAnnouncedOrNot() throws IOException {
        String announced = "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n";
        try (ScriptedServer honest = ScriptedServer.answering(announced);
                ScriptedServer silent = ScriptedServer.answering((head, out) -> endless(out))) {
            assertThat(failureOf(http, honest.uri("/"))).isEqualTo(Code.RESPONSE_TOO_LARGE);
            assertThat(failureOf(http, silent.uri("/"))).isEqualTo(Code.RESPONSE_TOO_LARGE);
        }
    }

    @Test
    void stopsACompressedBodyAtItsRealSize() throws IOException {
        byte[] bomb = gzip(new byte[1024 * 1024]);
        try (ScriptedServer server = ScriptedServer.answering((head, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(bomb);
        })) {
            assertThat(bomb.length).isLessThan(64 * 1024);
            assertThat(failureOf(http, server.uri("/"))).isEqualTo(Code.RESPONSE_TOO_LARGE);
        }
    }

    @Test
    void readsACompressedBody() throws IOException {
        byte[] zipped = gzip("hello".getBytes(StandardCharsets.UTF_8));
        try (ScriptedServer server = ScriptedServer.answering((head, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(zipped);
        })) {
            assertThat(http.send(OutboundRequest.get(server.uri("/"))).text()).isEqualTo("hello");
        }
    }

    @Test
    void givesUpOnSilenceAndOnDribbledHeaders() throws IOException {
        try (ScriptedServer silent = ScriptedServer.answering((head, out) -> Thread.sleep(Duration.ofSeconds(30)));
                ScriptedServer dribbling = ScriptedServer.answering((head, out) -> dribble(out))) {
            assertThat(failureOf(http, silent.uri("/"))).isEqualTo(Code.TIMEOUT);
            OutboundHttp patient = OutboundHttp.guarded(
                    LOCAL.withTimes(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(600)));
            assertThat(failureOf(patient, dribbling.uri("/"))).isEqualTo(Code.TIMEOUT);
        }
    }

    @Test
    void tellsHalfABodyFromGarbageAndFromAClosedPort() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (ScriptedServer half = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                ScriptedServer garbage = ScriptedServer.answering("\u0000\u0001\r\n\r\n\r\n\r\n\r\n\r\n");
                ScriptedServer mute = ScriptedServer.answering("")) {
            assertThat(failureOf(http, half.uri("/"))).isEqualTo(Code.TRUNCATED);
            assertThat(failureOf(http, mute.uri("/"))).isEqualTo(Code.CONNECTION_CLOSED);
            assertThat(failureOf(http, garbage.uri("/"))).isIn(Code.INVALID_RESPONSE, Code.CONNECTION_CLOSED);
        }
        assertThat(failureOf(http, URI.create("http://127.0.0.1:" + closed + "/")))
                .isEqualTo(Code.CONNECT_FAILED);
    }

    @Test
    void limitsTheHead() throws IOException {
        String large = "HTTP/1.1 200 OK\r\nX-Large: " + "x".repeat(100_000) + "\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.answering(large)) {
            assertThat(failureOf(http, server.uri("/"))).isEqualTo(Code.INVALID_RESPONSE);
        }
    }

    @Test
    void distrustsAPlainServerBehindHttps() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            URI secure = URI.create(server.uri("/").toString().replace("http:", "https:"));
            assertThat(failureOf(http, secure)).isEqualTo(Code.TLS_ERROR);
        }
    }

    @Test
    void showsNoSecretInItsDescription() {
        OutboundRequest request = OutboundRequest.get(URI.create("https://api.github.com/user?token=secret"))
                .header("Authorization", "Bearer secret");

        assertThat(request.toString()).doesNotContain("secret").contains("Authorization");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> request.header("X-A", "a\r\nX-B: b"));
    }

    private static Code failureOf(OutboundHttp client, URI uri) {
        return failureOf(client, OutboundRequest.get(uri));
    }

    private static Code failureOf(OutboundHttp client, OutboundRequest request) {
        return catchThrowableOfType(OutboundFailure.class, () -> client.send(request))
                .code();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static void endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        byte[] block = new byte[8 * 1024];
        for (int i = 0; i < 1_000; i++) {
            out.write(block);
        }
    }

    private static void dribble(OutputStream out) throws IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < 100; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(50);
        }
    }
}
