package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.RequesterPlan.Body;
import ai.opsai.sampler.manifest.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles requesters with their authenticators and the properties that must be asked for by name. */
final class RequesterCompiler {

    private final Compiling compiling;

    RequesterCompiler(Compiling compiling) {
        this.compiling = compiling;
    }

    RequesterPlan requester(Source.Mapping component, StreamCompiler streams) {
        if (!component.type().equals("HttpRequester")) {
            throw Compiling.unsupported(component);
        }
        String base = component.has("url_base") ? "url_base" : "url";
        return new RequesterPlan(
                component.has("http_method") ? component.text("http_method").toUpperCase(Locale.ROOT) : "GET",
                Compiling.template(component, base),
                Compiling.template(component, "path", ""),
                parameters(component),
                Compiling.inputs(component, "request_headers"),
                body(component),
                component.has("authenticator")
                        ? authenticator(component.mapping("authenticator"))
                        : new AuthenticatorPlan.Nothing(),
                component.has("error_handler")
                        ? new ErrorCompiler(compiling).handler(component.mapping("error_handler"))
                        : ErrorPlan.DEFAULT,
                properties(component, streams));
    }

    private static ValuePlan.Fields parameters(Source.Mapping component) {
        if (component.get("request_parameters") instanceof Source.Mapping mapping) {
            Map<String, Source> plain = new LinkedHashMap<>(mapping.entries());
            plain.values().removeIf(RequesterCompiler::isQueryProperties);
            return Compiling.fields(new Source.Mapping(plain, mapping.at()), component);
        }
        return Compiling.inputs(component, "request_parameters");
    }

    private static boolean isQueryProperties(@Nullable Source value) {
        return value instanceof Source.Mapping mapping && mapping.type().equals("QueryProperties");
    }

    private static @Nullable PropertiesPlan properties(Source.Mapping component, StreamCompiler streams) {
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
        Source list = query.get("property_list");
        StreamPlan discovery = null;
        List<String> field = List.of();
        List<String> fixed = names(query.list("always_include_properties"));
        if (list instanceof Source.Mapping endpoint) {
            discovery = streams.retriever(parameter, List.of(), endpoint.mapping("retriever"), List.of());
            field = names(endpoint.list("property_field_path"));
        } else {
            fixed = names(query.list("property_list"));
        }
        return new PropertiesPlan(parameter, fixed, discovery, field, chunking(query), mergeKey(query));
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
                ? names(query.mapping("property_chunking")
                        .mapping("record_merge_strategy")
                        .list("key"))
                : List.of("id");
    }

    private static List<String> names(List<Source> items) {
        return items.stream().map(item -> String.valueOf(item.plain())).toList();
    }

    private static Body body(Source.Mapping component) {
        if (component.has("request_body_json")) {
            return new Body.Json(Compiling.value(component.get("request_body_json"), component));
        }
        return switch (component.get("request_body_data")) {
            case null -> new Body.Empty();
            case Source.Mapping fields -> new Body.Form(Compiling.fields(fields, component));
            case Source.Scalar _ -> new Body.Raw(Compiling.template(component, "request_body_data"));
            case Source.Items _ -> throw component.problem("request_body_data must be a mapping or a text");
        };
    }

    private AuthenticatorPlan authenticator(Source.Mapping component) {
        return switch (component.type()) {
            case "NoAuth" -> new AuthenticatorPlan.Nothing();
            case "BearerAuthenticator" -> new AuthenticatorPlan.Bearer(Compiling.template(component, "api_token"));
            case "ApiKeyAuthenticator" ->
                new AuthenticatorPlan.ApiKey(keyPlace(component), Compiling.template(component, "api_token", ""));
            case "BasicHttpAuthenticator" ->
                new AuthenticatorPlan.Basic(
                        Compiling.template(component, "username"), Compiling.template(component, "password", ""));
            case "OAuthAuthenticator" -> {
                compiling.without(
                        component, "OAuthAuthenticator", "the token comes from our vault, which refreshes it");
                yield new AuthenticatorPlan.FromVault();
            }
            default -> throw Compiling.unsupported(component);
        };
    }

    private static RequestOption keyPlace(Source.Mapping component) {
        RequestOption place = option(component, "inject_into");
        if (place != null) {
            return place;
        }
        return new RequestOption(RequestOption.Place.HEADER, List.of(component.text("header")));
    }

    static @Nullable RequestOption option(Source.Mapping owner, String key) {
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
        List<String> path = option.has("field_path") ? names(option.list("field_path")) : List.of();
        if (path.isEmpty() && place != RequestOption.Place.PATH) {
            path = List.of(option.text("field_name"));
        }
        return new RequestOption(place, path);
    }
}
