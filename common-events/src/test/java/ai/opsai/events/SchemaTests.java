package ai.opsai.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed schemas say what the records say. After a wanted change run with {@code -Dopsai.contract.write=true} and
 * review the difference.
 */
class SchemaTests {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @ParameterizedTest
    @EnumSource
    void committedSchemaIsThatOfTheRecord(EventType type) throws IOException {
        Path file = Path.of("src/main/resources/schemas", type.simpleName(), "v" + type.version() + ".json");
        String generated = PRETTY.writeValueAsString(EventSchemas.of(type)) + "\n";
        if (Boolean.getBoolean("opsai.contract.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(file).hasContent(generated);
    }

    @ParameterizedTest
    @EnumSource
    void goldenSampleIsValidAgainstItsSchema(EventType type) throws IOException {
        String schema = Files.readString(
                Path.of("src/main/resources/schemas", type.simpleName(), "v" + type.version() + ".json"));
        String sample = Samples.currentValue(type);

        var errors = SchemaRegistry.withDefaultDialect(com.networknt.schema.dialect.Dialects.getDraft202012())
                .getSchema(schema)
                .validate(sample, InputFormat.JSON);

        assertThat(errors).isEmpty();
    }
}
