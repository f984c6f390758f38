package ai.opsai.events;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of each event as its record is today. */
final class EventSchemas {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static ObjectNode of(EventType type) {
        ObjectNode schema = GENERATOR.generateSchema(type.record());
        schema.put("title", type.wireName());
        return schema;
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withRequiredCheck(field -> !nullable(field))
                .withPropertyNameOverrideResolver(EventSchemas::name);
        config.forTypesInGeneral().withCustomDefinitionProvider(EventSchemas::simpleType);
        return new SchemaGenerator(config.build());
    }

    private static boolean nullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String name(FieldScope field) {
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        return property == null ? null : property.value();
    }

    private static @Nullable CustomDefinition simpleType(ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        if (erased.isEnum()) {
            ObjectNode values = JSON.createObjectNode().put("type", "string");
            values.set("enum", JSON.valueToTree(wireNames(erased)));
            return new CustomDefinition(values);
        }
        Map<Class<?>, ObjectNode> simple = Map.of(
                UUID.class, JSON.createObjectNode().put("type", "string").put("format", "uuid"),
                Instant.class, JSON.createObjectNode().put("type", "string").put("format", "date-time"),
                ObjectNode.class, JSON.createObjectNode().put("type", "object"),
                JsonNode.class, JSON.createObjectNode());
        ObjectNode schema = simple.get(erased);
        return schema == null ? null : new CustomDefinition(schema);
    }

    private static List<String> wireNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).stringValue())
                .toList();
    }
}
