package ai.opsai.sampler.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of stored samples as the plain values that fetched rows are made of. */
final class StoredRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StoredRows() {}

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    static Map<String, @Nullable Object> map(JsonNode row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        row.properties().forEach(entry -> map.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Object.class)));
        return map;
    }
}
