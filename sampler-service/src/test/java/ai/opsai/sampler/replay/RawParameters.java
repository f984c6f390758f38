package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands {@code $parameters} down and fills in the types that a component's field implies. */
final class RawParameters {

    private static final String KEY = "$parameters";
    private static final Set<String> SCHEMA_TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");
    private static final Map<String, String> IMPLIED = Map.ofEntries(
            Map.entry("streams", "DeclarativeStream"),
            Map.entry("stream", "DeclarativeStream"),
            Map.entry("retriever", "SimpleRetriever"),
            Map.entry("schema_loader", "JsonFileSchemaLoader"),
            Map.entry("requester", "HttpRequester"),
            Map.entry("record_selector", "RecordSelector"),
            Map.entry("extractor", "DpathExtractor"),
            Map.entry("record_filter", "RecordFilter"),
            Map.entry("paginator", "NoPagination"),
            Map.entry("decoder", "JsonDecoder"),
            Map.entry("authenticator", "NoAuth"),
            Map.entry("error_handler", "DefaultErrorHandler"),
            Map.entry("error_handlers", "DefaultErrorHandler"),
            Map.entry("response_filters", "HttpResponseFilter"),
            Map.entry("inject_into", "RequestOption"),
            Map.entry("page_size_option", "RequestOption"),
            Map.entry("page_token_option", "RequestOption"),
            Map.entry("request_option", "RequestOption"),
            Map.entry("start_time_option", "RequestOption"),
            Map.entry("end_time_option", "RequestOption"),
            Map.entry("parent_stream_configs", "ParentStreamConfig"),
            Map.entry("fields", "AddedFieldDefinition"),
            Map.entry("start_datetime", "MinMaxDatetime"),
            Map.entry("end_datetime", "MinMaxDatetime"));

    private RawParameters() {}

    static Map<String, @Nullable Object> propagate(Map<String, @Nullable Object> component, String field) {
        return propagate(component, field, Map.of());
    }

    private static Map<String, @Nullable Object> propagate(
            Map<String, @Nullable Object> component, String field, Map<String, @Nullable Object> inherited) {
        var result = new LinkedHashMap<String, @Nullable Object>(component);
        if (!result.containsKey("type") && !result.containsKey("class_name") && IMPLIED.containsKey(field)) {
            result.put("type", IMPLIED.get(field));
        }
        String type = Raw.text(result, "type");
        if (SCHEMA_TYPES.contains(type) || result.get("type") instanceof List) {
            return result;
        }
        if (type.isEmpty()) {
            result.replaceAll((key, value) -> value instanceof Map<?, ?> map && map.get("type") instanceof String
                    ? below(value, key, inherited)
                    : value);
            return result;
        }
        var parameters = new LinkedHashMap<String, @Nullable Object>(inherited);
        parameters.putAll(Raw.map(result.remove(KEY)));
        parameters.forEach((key, value) -> {
            if (isEmpty(result.get(key))) {
                result.put(key, value);
            }
        });
        result.replaceAll((key, value) -> {
            var others = new LinkedHashMap<String, @Nullable Object>(parameters);
            others.remove(key);
            return below(value, key, others);
        });
        result.put(KEY, parameters);
        return result;
    }

    private static @Nullable Object below(
            @Nullable Object value, String field, Map<String, @Nullable Object> parameters) {
        return switch (value) {
            case Map<?, ?> map -> propagate(Raw.map(map), field, parameters);
            case List<?> list -> {
                var items = new ArrayList<@Nullable Object>();
                list.forEach(item -> items.add(item instanceof Map ? below(item, field, parameters) : item));
                yield items;
            }
            case null, default -> value;
        };
    }

    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            case Boolean flag -> !flag;
            default -> false;
        };
    }
}
