package ai.opsai.auth.description;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The part of the description that is written by hand. */
final class WrittenDown {

    private static final String FILE = "/openapi/answers.yaml";

    private WrittenDown() {}

    static OpenAPI read() {
        try (InputStream file = Objects.requireNonNull(WrittenDown.class.getResourceAsStream(FILE), FILE)) {
            // By way of JSON, since the reader of OpenAPI documents knows no anchors.
            Object document = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            return Json31.mapper().readValue(JsonMapper.shared().writeValueAsString(document), OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The description of answers can't be read: " + FILE, e);
        }
    }
}
