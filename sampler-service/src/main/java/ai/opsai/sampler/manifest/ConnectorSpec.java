package ai.opsai.sampler.manifest;

import ai.opsai.sampler.manifest.Source.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that a manifest asks its user for.
 *
 * @param schema JSON Schema; secret fields are marked {@code writeOnly} as well, which every form understands
 * @param secrets where in the configuration secrets stand, as paths; what stands there is never shown again
 * @param documentationUrl empty where the manifest names none
 */
public record ConnectorSpec(Map<String, @Nullable Object> schema, List<List<String>> secrets, String documentationUrl) {

    private static final String MARK = "airbyte_secret";
    private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

    static ConnectorSpec of(@Nullable Mapping spec) {
        String key = spec != null && spec.has("connection_specification")
                ? "connection_specification"
                : "connectionSpecification";
        if (spec == null || !spec.has(key)) {
            return new ConnectorSpec(Map.of("type", "object", "properties", Map.of()), List.of(), "");
        }
        Mapping schema = spec.mapping(key);
        var secrets = new ArrayList<List<String>>();
        collect(schema, List.of(), secrets);
        String url = spec.optionalText("documentation_url");
        return new ConnectorSpec(marked(schema), secrets.stream().distinct().toList(), url == null ? "" : url);
    }

    private static void collect(Mapping schema, List<String> path, List<List<String>> secrets) {
        if (schema.flag(MARK, false)) {
            secrets.add(path);
        }
        if (schema.get("properties") instanceof Mapping properties) {
            properties.entries().forEach((name, field) -> {
                if (field instanceof Mapping mapping) {
                    var below = new ArrayList<>(path);
                    below.add(name);
                    collect(mapping, List.copyOf(below), secrets);
                }
            });
        }
        for (String choice : CHOICES) {
            schema.list(choice).stream()
                    .filter(Mapping.class::isInstance)
                    .forEach(branch -> collect((Mapping) branch, path, secrets));
        }
        if (schema.get("items") instanceof Mapping items) {
            collect(items, path, secrets);
        }
    }

    private static Map<String, @Nullable Object> marked(Mapping schema) {
        var marked = new LinkedHashMap<String, @Nullable Object>();
        schema.entries().forEach((key, value) -> marked.put(key, marked(value)));
        if (schema.flag(MARK, false)) {
            marked.put("writeOnly", true);
        }
        return marked;
    }

    private static @Nullable Object marked(Source source) {
        return switch (source) {
            case Mapping mapping -> marked(mapping);
            case Source.Items items ->
                items.items().stream().map(ConnectorSpec::marked).toList();
            case Source.Scalar scalar -> scalar.plain();
        };
    }
}
