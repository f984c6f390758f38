package ai.opsai.sampler.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills in what a provider published: {@code {published: "objects.json#/customer", id: cus_2}} is that example with another
 * id, and {@code {base}} the address that answers.
 */
record PublishedObjects(String provider, String base) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Nullable
    Object in(@Nullable Object value) {
        return switch (value) {
            case String text -> text.replace("{base}", base);
            case List<?> list -> list.stream().map(this::in).toList();
            case Map<?, ?> map -> map(map);
            case null, default -> value;
        };
    }

    private Object map(Map<?, ?> map) {
        var filled = new LinkedHashMap<String, @Nullable Object>();
        if (map.get("published") instanceof String place) {
            Object example = example(place);
            if (map.size() == 1) {
                return Objects.requireNonNull(in(example));
            }
            ((Map<?, ?>) example).forEach((key, value) -> filled.put(String.valueOf(key), in(value)));
        }
        map.forEach((key, value) -> {
            if (!"published".equals(key)) {
                filled.put(String.valueOf(key), in(value));
            }
        });
        return filled;
    }

    private Object example(String place) {
        String[] parts = place.split("#", 2);
        try (InputStream in = Objects.requireNonNull(
                getClass().getResourceAsStream("/published/" + provider + "/" + parts[0]), place)) {
            JsonNode node = JSON.readTree(in).at(parts[1]);
            if (node.isMissingNode()) {
                throw new IllegalArgumentException("nothing is published at " + place);
            }
            return JSON.treeToValue(node, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
