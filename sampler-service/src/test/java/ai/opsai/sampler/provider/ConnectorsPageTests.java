package ai.opsai.sampler.provider;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of docs/connectors.md says what the built-in files say. */
class ConnectorsPageTests {

    private static final Path PAGE = Path.of("../docs/connectors.md");

    @Test
    void thePageListsEveryConnectorAsItIs() throws IOException {
        List<String> rows = ProviderFiles.builtIn().stream()
                .map(ConnectorsPageTests::row)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();

        assertThat(Files.readString(PAGE)).contains(String.join("\n", rows));
    }

    private static String row(SampledProvider provider) {
        Map<String, String> lookups = provider.lookups().stream()
                .map(lookup -> Map.entry(lookup.entity(), "`" + lookup.by() + "`"))
                .distinct()
                .collect(
                        groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, joining(", "))));
        return "| %s | %s | %s | %s |"
                .formatted(
                        provider.name(),
                        String.join(", ", provider.entities().keySet()),
                        lookups.entrySet().stream()
                                .map(entry -> entry.getKey() + " by " + entry.getValue())
                                .collect(joining("; ")),
                        provider.metrics().stream().map(MetricRule::name).collect(joining(", ")));
    }
}
