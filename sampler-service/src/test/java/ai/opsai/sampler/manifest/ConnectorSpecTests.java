package ai.opsai.sampler.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorSpecTests {

    @Test
    void secretsAreFoundWhereverTheyStand() {
        ConnectorSpec spec = Manifest.read("m.yaml", """
                        spec:
                          type: Spec
                          documentation_url: https://docs.example.com
                          connection_specification:
                            type: object
                            required: [shop]
                            properties:
                              shop: {type: string}
                              key: {$ref: "#/definitions/key"}
                              credentials:
                                oneOf:
                                  - {properties: {kind: {const: token}, token: {$ref: "#/definitions/key"}}}
                                  - {properties: {kind: {const: pair}, password: {type: string, airbyte_secret: true}}}
                              keys: {type: array, items: {type: string, airbyte_secret: true}}
                        definitions:
                          key: {type: string, airbyte_secret: true}
                        """).spec();

        assertThat(spec.secrets())
                .containsExactlyInAnyOrder(
                        List.of("key"),
                        List.of("credentials", "token"),
                        List.of("credentials", "password"),
                        List.of("keys"));
        assertThat(spec.documentationUrl()).isEqualTo("https://docs.example.com");
        assertThat(spec.schema()).containsEntry("required", List.of("shop"));
        assertThat((Map<?, ?>) spec.schema().get("properties"))
                .isEqualTo(Map.of(
                        "shop",
                        Map.of("type", "string"),
                        "key",
                        Map.of("type", "string", "airbyte_secret", true, "writeOnly", true),
                        "credentials",
                        Map.of(
                                "oneOf",
                                List.of(
                                        Map.of(
                                                "properties",
                                                Map.of("kind", Map.of("const", "token"), "token", secret())),
                                        Map.of(
                                                "properties",
                                                Map.of("kind", Map.of("const", "pair"), "password", secret())))),
                        "keys",
                        Map.of("type", "array", "items", secret())));
    }

    @Test
    void aManifestWithoutSpecAsksForNothing() {
        ConnectorSpec spec = Manifest.read("m.yaml", "streams: []").spec();

        assertThat(spec.schema()).isEqualTo(Map.of("type", "object", "properties", Map.of()));
        assertThat(spec.secrets()).isEmpty();
    }

    private static Map<String, Object> secret() {
        return Map.of("type", "string", "airbyte_secret", true, "writeOnly", true);
    }
}
