package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.RequestOption.Place;
import ai.opsai.sampler.expression.Template;
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
            return new RequestOption(Place.PATH, List.of());
        }
        Place place = switch (option.text("inject_into")) {
            case "request_parameter" -> Place.PARAMETER;
            case "header" -> Place.HEADER;
            case "body_json" -> Place.BODY_JSON;
            case "body_data" -> Place.BODY_DATA;
            case "path" -> Place.PATH;
            default -> throw option.problem("inject_into names no place of a request");
        };
        List<Template> path = Compiling.templates(option, "field_path");
        if (path.isEmpty() && place != Place.PATH) {
            path = List.of(Compiling.template(option, "field_name"));
        }
        return new RequestOption(place, path);
    }
}
