package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.platform.outbound.OutboundResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a provider answers is refused, or can be kept: in a column, in a log, as a value of a request. Its corpus is kept from fuzzing. */
class AnswerReaderFuzzTests {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz/answer-reader");
    private static final String TOKEN = "s3cret-token";
    private static final int MAX_DEPTH = 64;

    /** The entry that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] data) {
        var response = new OutboundResponse(200, Map.of(), data, URI.create("https://provider.example/"));
        try {
            check(
                    AnswerReader.read(response, new DecoderPlan.Json(), List.of(TOKEN))
                            .body(),
                    0);
        } catch (ProviderFailure refused) {
            assertThat(refused.sentence()).isNotBlank();
        }
    }

    private static void check(@Nullable Object value, int depth) {
        assertThat(depth).isLessThanOrEqualTo(MAX_DEPTH);
        switch (value) {
            case String text -> check(text);
            case BigDecimal number ->
                assertThat(Math.abs((long) number.scale()) + number.precision()).isLessThan(2_000);
            case Map<?, ?> map ->
                map.forEach((key, item) -> {
                    check(key.toString());
                    check(item, depth + 1);
                });
            case List<?> list -> list.forEach(item -> check(item, depth + 1));
            case null, default -> {}
        }
    }

    private static void check(String text) {
        assertThat(text).doesNotContain("\0", TOKEN);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .as("has a UTF-8 form")
                .isTrue();
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void answersAreRefusedOrCanBeKept(Path input) throws IOException {
        fuzzerTestOneInput(Files.readAllBytes(input));
    }
}
