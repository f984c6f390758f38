package ai.opsai.sampler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a manifest as an expression is computed within bounds, or refused in words. Its corpus is kept from fuzzing. */
class TemplateFuzzTests {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz/template");
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Scope SCOPE = new Scope(
            Map.of(
                    "record", Map.of("id", 7L, "name", "Ann", "tags", List.of("a", "b"), "inner", Map.of("x", 1.5)),
                    "response", Map.of("next", "n", "data", List.of(Map.of("id", 1L))),
                    "config", Map.of("start", "2024-01-02", "limit", "10")),
            Clock.fixed(Instant.parse("2026-03-04T05:06:07.123456Z"), ZoneOffset.UTC));

    /** The entry that a fuzzer looks for. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        try {
            Template template = Template.parse(text);
            var _ = template.test(SCOPE);
            var _ = template.text(SCOPE);
        } catch (ExpressionException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void expressionsAreComputedOrRefused(Path input) throws IOException {
        fuzzerTestOneInput(Files.readAllBytes(input));
    }
}
