package ai.opsai.sampler.own;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.platform.problem.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigCheckTests {

    @Test
    void eachFieldThatIsWrongIsNamed() {
        Map<String, @Nullable Object> schema = Map.of(
                "$schema",
                "http://json-schema.org/draft-07/schema#",
                "type",
                "object",
                "required",
                List.of("host", "key"),
                "properties",
                Map.of(
                        "host", Map.of("type", "string", "pattern", "^[a-z.]+$"),
                        "plan", Map.of("type", "string", "enum", List.of("free", "paid")),
                        "auth", Map.of("type", "object", "properties", Map.of("pin", Map.of("type", "integer")))));

        List<FieldError> errors =
                ConfigCheck.errors(schema, Map.of("host", "NO SUCH", "plan", "gold", "auth", Map.of("pin", "s3cret")));

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("config.key", "config.host", "config.plan", "config.auth.pin");
        assertThat(errors.toString()).doesNotContain("s3cret", "NO SUCH");
    }

    @Test
    void aConfigurationThatFitsHasNoErrors() {
        assertThat(ConfigCheck.errors(Map.of("type", "object"), Map.of("anything", 1)))
                .isEmpty();
    }

    @Test
    void aPatternThatExplodesEndsSoon() {
        Map<String, @Nullable Object> schema =
                Map.of("properties", Map.of("host", Map.of("type", "string", "pattern", "^(a+)+$")));

        List<FieldError> errors = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> ConfigCheck.errors(schema, Map.of("host", "a".repeat(60) + "!")));

        assertThat(errors).extracting(FieldError::field).containsExactly("config.host");
    }

    @Test
    void nothingIsFetchedForASchemaThatPointsElsewhere() {
        Map<String, @Nullable Object> schema =
                Map.of("properties", Map.of("a", Map.of("$ref", "http://127.0.0.1:1/schema.json")));

        assertThat(ConfigCheck.errors(schema, Map.of("a", 1)))
                .extracting(FieldError::message)
                .containsExactly("The manifest's own schema of the configuration can't be used.");
    }
}
