package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfigPlanTests {

    @Test
    void olderConfigurationsBecomeTheNewestForm() {
        Connector connector = Connectors.compile("""
                streams: []
                spec:
                  type: Spec
                  config_normalization_rules:
                    config_migrations:
                      - type: ConfigMigration
                        transformations:
                          - type: ConfigAddFields
                            condition: "{{ not config['credentials'] }}"
                            fields: [{path: [credentials, token], value: "{{ config['token'] }}"}]
                          - {type: ConfigRemoveFields, field_pointers: [[token]]}
                          - {type: CustomConfigTransformation, class_name: x.Y}
                    transformations:
                      - {type: ConfigRemapField, field_path: [region], map: {Europe: eu}}
                """);
        Map<String, @Nullable Object> given = Map.of("token", "t", "region", "Europe");

        assertThat(connector.configured(given, Connectors.CLOCK))
                .isEqualTo(Map.of("region", "eu", "credentials", Map.of("token", "t")));
        assertThat(connector.configured(
                        Map.of("credentials", Map.of("token", "n"), "region", "asia"), Connectors.CLOCK))
                .isEqualTo(Map.of("region", "asia", "credentials", Map.of("token", "n")));
        assertThat(given).containsOnlyKeys(List.of("token", "region"));
        assertThat(connector.problems())
                .extracting(ConnectorProblem::component)
                .containsExactly("CustomConfigTransformation");
    }
}
