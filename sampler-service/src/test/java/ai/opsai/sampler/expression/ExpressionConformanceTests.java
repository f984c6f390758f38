package ai.opsai.sampler.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a file of expressions with the values that the format's reference implementation gives. */
class ExpressionConformanceTests {

    private static final String PROPERTY = "opsai.expression.cases";
    private static final Path DEFAULT = Path.of("../../shared/expressions/cases.jsonl");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-04T05:06:07.123456Z"), ZoneOffset.UTC);

    @Test
    void evaluatesAsTheReferenceDoes() throws IOException {
        String configured = System.getProperty(PROPERTY);
        Path file = configured == null ? DEFAULT : Path.of(configured);
        assumeTrue(configured != null || Files.exists(file), "no expression cases: name a file with -D" + PROPERTY);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).as("cases in %s", file).isNotEmpty();

        var wrong = new TreeMap<String, Integer>();
        int passed = 0;
        for (String line : lines) {
            String problem = check(json.readTree(line));
            if (problem.isEmpty()) {
                passed++;
            } else {
                wrong.merge(problem, 1, Integer::sum);
            }
        }
        System.out.printf("expression cases: %d passed of %d%n", passed, lines.size());
        wrong.forEach((problem, count) -> System.out.printf("  %d x %s%n", count, problem));
        assertThat(wrong).as("expressions that differ from the reference").isEmpty();
    }

    private String check(JsonNode line) {
        String expression = line.get("expr").asString();
        Object value;
        try {
            value = Template.parse(expression).evaluate(scope(line));
        } catch (ExpressionException e) {
            return line.has("error") ? "" : expression + " failed: " + e.getMessage();
        }
        if (line.has("error")) {
            return expression + " should have failed: " + line.get("error").asString();
        }
        Object expected = json.treeToValue(line.get("value").get("json"), Object.class);
        boolean same = Texts.repr(sorted(value)).equals(Texts.repr(sorted(expected)));
        return same ? "" : expression + " gave " + Texts.repr(value) + ", not " + Texts.repr(expected);
    }

    /** Python's dicts are equal in any order of their keys. */
    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var ordered = new TreeMap<String, @Nullable Object>();
            map.forEach((key, item) -> ordered.put(Texts.repr(key), sorted(item)));
            return ordered;
        }
        return value instanceof List<?> list
                ? list.stream().map(ExpressionConformanceTests::sorted).toList()
                : value;
    }

    private Scope scope(JsonNode line) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("config", json.treeToValue(line.get("config"), Object.class));
        Map<?, ?> context = json.treeToValue(line.get("context"), Map.class);
        context.forEach((name, content) -> variables.put(name.toString(), content));
        return new Scope(variables, clock);
    }
}
