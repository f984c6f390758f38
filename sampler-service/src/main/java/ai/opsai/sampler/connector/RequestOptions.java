package ai.opsai.sampler.connector;

import ai.opsai.sampler.manifest.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the places of a request that components name. */
final class RequestOptions {

    private RequestOptions() {}

    static @Nullable RequestOption of(Source.Mapping owner, String key) {
        if (!owner.has(key)) {
            return null;
        }
        Source.Mapping option = owner.mapping(key);
        if (option.type().equals("RequestPath")) {
            return new RequestOption(RequestOption.Place.PATH, List.of());
        }
        RequestOption.Place place = switch (option.text("inject_into")) {
            case "request_parameter" -> RequestOption.Place.PARAMETER;
            case "header" -> RequestOption.Place.HEADER;
            case "body_json" -> RequestOption.Place.BODY_JSON;
            case "body_data" -> RequestOption.Place.BODY_DATA;
            case "path" -> RequestOption.Place.PATH;
            default -> throw option.problem("inject_into names no place of a request");
        };
        List<String> path = option.has("field_path") ? option.texts("field_path") : List.of();
        if (path.isEmpty() && place != RequestOption.Place.PATH) {
            path = List.of(option.text("field_name"));
        }
        return new RequestOption(place, path);
    }
}
