package ai.opsai.sampler.label;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.provider.LabelRule;
import ai.opsai.sampler.provider.ProviderFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LabelSchemaTests {

    private static final StreamPlan ANY = ProviderFiles.builtIn().stream()
            .flatMap(provider -> provider.labels().stream())
            .map(LabelRule::plan)
            .findFirst()
            .orElseThrow();

    private static LabelRule rule(String... at) {
        var options = new LabelRule.Options(List.of("options"), List.of("id"), List.of("name"));
        return new LabelRule("tickets", List.of(at), "id", "value", List.of("key"), List.of("label"), options, ANY);
    }

    private static ObjectNode schema(LabelRule rule, int room, String... definitions) {
        var schema = new LabelSchema(room);
        for (String definition : definitions) {
            Map<String, @Nullable Object> record =
                    JsonMapper.shared().readValue(definition.replace('\'', '"'), new TypeReference<>() {});
            FieldLabel.of(rule, record).ifPresent(label -> schema.add(rule, label));
        }
        return schema.build();
    }

    @Test
    void keysStandWhereRowsHoldThem() {
        assertThat(schema(rule(), 1_000, "{'key':'a1','label':'Plan'}").toString())
                .isEqualTo("{\"properties\":{\"a1\":{\"title\":\"Plan\"}}}");
        assertThat(schema(rule("fields", "own"), 1_000, "{'key':'a1','label':'Plan'}")
                        .toString())
                .isEqualTo("{\"properties\":{\"fields\":{\"properties\":{\"own\":{\"properties\":"
                        + "{\"a1\":{\"title\":\"Plan\"}}}}}}}");
    }

    @Test
    void choicesHaveNamesAndRefuseNoOther() {
        String definition = "{'key':'a1','label':'Plan','options':[{'id':7,'name':'Gold'},{'id':null,'name':'x'}]}";

        assertThat(schema(rule(), 1_000, definition).toString())
                .isEqualTo("{\"properties\":{\"a1\":{\"title\":\"Plan\",\"anyOf\":"
                        + "[{\"title\":\"Gold\",\"const\":7},{}]}}}");
    }

    @Test
    void itemsOfAListAreToldByTheirKey() {
        String definition = "{'key':360001,'label':'Plan','options':[{'id':'gold','name':'Gold'}]}";

        assertThat(schema(rule("custom_fields", "*"), 1_000, definition).toString())
                .isEqualTo(
                        "{\"properties\":{\"custom_fields\":{\"items\":{\"anyOf\":[{\"title\":\"Plan\",\"properties\":"
                                + "{\"id\":{\"const\":360001},\"value\":{\"anyOf\":[{\"title\":\"Gold\",\"const\":\"gold\"},{}]}},"
                                + "\"required\":[\"id\"]},{}]}}}}");
    }

    @Test
    void theFirstNameOfAFieldCountsAndNamelessOnesDont() {
        ObjectNode schema = schema(
                rule(),
                1_000,
                "{'key':'a','label':'First'}",
                "{'key':'a','label':'Second'}",
                "{'key':'b','label':'<i></i>'}",
                "{'label':'No key'}",
                "{'key':{'x':1},'label':'No text'}");

        assertThat(schema.toString()).isEqualTo("{\"properties\":{\"a\":{\"title\":\"First\"}}}");
    }

    @Test
    void itKeepsToItsRoomAndNamesFieldsBeforeChoices() {
        String[] definitions = IntStream.range(0, 2_000)
                .mapToObj(i -> "{'key':'field_" + i + "','label':'" + "x".repeat(10_000)
                        + "','options':[{'id':1,'name':'One'}]}")
                .toArray(String[]::new);

        ObjectNode schema = schema(rule(), 20_000, definitions);

        assertThat(schema.toString().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(10_000, 24_000);
        assertThat(schema.toString()).doesNotContain("One");
        assertThat(schema(rule(), 20_000, definitions[0]).toString()).contains("One");
    }
}
