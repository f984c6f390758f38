package ai.opsai.sampler.own;

import ai.opsai.platform.problem.Problem.FieldError;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Holds configurations to the JSON Schema of a manifest. It fetches nothing: a schema must stand in its manifest. */
public final class ConfigCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_ERRORS = 20;

    /** Schemas of manifests carry marks of their own, which are neither a fault nor worth remembering. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft7())
            .unknownKeywordFactory((name, _) -> new NonValidationKeyword(name))
            .build();

    private ConfigCheck() {}

    /** What is wrong, by field; nothing of the values is quoted, since some are secret. */
    public static List<FieldError> errors(Map<String, @Nullable Object> schema, Map<String, @Nullable Object> config) {
        try {
            return schema(schema).validate(JSON.valueToTree(config)).stream()
                    .limit(MAX_ERRORS)
                    .map(ConfigCheck::error)
                    .toList();
        } catch (SchemaException e) {
            return List.of(new FieldError("config", "The manifest's own schema of the configuration can't be used."));
        }
    }

    private static Schema schema(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(schema);
        plain.remove("$schema");
        return SchemaRegistry.withDialect(
                        DIALECT,
                        builder -> builder.schemaLoader(loader -> loader.block(_ -> true))
                                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                        .regularExpressionFactory(new BoundedPatterns())
                                        .locale(Locale.ENGLISH)
                                        .pathType(PathType.JSON_POINTER)
                                        .build()))
                .getSchema(JSON.valueToTree(plain));
    }

    private static FieldError error(Error error) {
        String place = "config" + error.getInstanceLocation().toString().replace('/', '.');
        String field = error.getProperty() == null ? place : place + "." + error.getProperty();
        return new FieldError(field, String.valueOf(error.getMessage()));
    }
}
