package ai.opsai.sampler.connector;

import ai.opsai.sampler.manifest.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles properties that must be asked for by name. */
final class PropertiesCompiler {

    private PropertiesCompiler() {}

    static boolean isQueryProperties(@Nullable Source value) {
        return value instanceof Source.Mapping mapping && mapping.type().equals("QueryProperties");
    }

    static @Nullable PropertiesPlan properties(Source.Mapping component, StreamCompiler streams) {
        if (!(component.get("request_parameters") instanceof Source.Mapping mapping)) {
            return null;
        }
        for (Map.Entry<String, Source> entry : mapping.entries().entrySet()) {
            if (entry.getValue() instanceof Source.Mapping query && isQueryProperties(query)) {
                return properties(entry.getKey(), query, streams);
            }
        }
        return null;
    }

    private static PropertiesPlan properties(String parameter, Source.Mapping query, StreamCompiler streams) {
        StreamPlan discovery = null;
        List<String> field = List.of();
        List<String> listed = List.of();
        if (query.get("property_list") instanceof Source.Mapping endpoint) {
            discovery = streams.retriever(parameter, List.of(), endpoint.mapping("retriever"));
            field = endpoint.texts("property_field_path");
        } else {
            listed = query.texts("property_list");
        }
        return new PropertiesPlan(
                parameter,
                query.texts("always_include_properties"),
                listed,
                discovery,
                field,
                chunking(query),
                mergeKey(query));
    }

    private static PropertiesPlan.Chunking chunking(Source.Mapping query) {
        if (!query.has("property_chunking")) {
            return new PropertiesPlan.Chunking(0, 0);
        }
        Source.Mapping chunking = query.mapping("property_chunking");
        int limit = chunking.number("property_limit", 0);
        return chunking.text("property_limit_type").equals("characters")
                ? new PropertiesPlan.Chunking(0, limit)
                : new PropertiesPlan.Chunking(limit, 0);
    }

    private static List<String> mergeKey(Source.Mapping query) {
        boolean declared = query.has("property_chunking")
                && query.mapping("property_chunking").has("record_merge_strategy");
        return declared
                ? query.mapping("property_chunking")
                        .mapping("record_merge_strategy")
                        .texts("key")
                : List.of("id");
    }
}
