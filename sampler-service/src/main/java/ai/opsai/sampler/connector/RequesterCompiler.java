package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.RequesterPlan.Body;
import ai.opsai.sampler.manifest.Source;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Compiles requesters. */
final class RequesterCompiler {

    private final Compiling compiling;

    RequesterCompiler(Compiling compiling) {
        this.compiling = compiling;
    }

    RequesterPlan requester(Source.Mapping component, DecoderPlan decoder, StreamCompiler streams) {
        if (!component.type().equals("HttpRequester")) {
            throw Compiling.unsupported(component);
        }
        String base = component.has("url") ? "url" : "url_base";
        return new RequesterPlan(
                component.has("http_method") ? component.text("http_method").toUpperCase(Locale.ROOT) : "GET",
                Compiling.template(component, base),
                Compiling.template(component, "path", ""),
                parameters(component),
                Compiling.inputs(component, "request_headers"),
                body(component),
                component.has("authenticator")
                        ? new AuthenticatorCompiler(compiling, streams)
                                .authenticator(component.mapping("authenticator"))
                        : new AuthenticatorPlan.Nothing(),
                component.has("error_handler")
                        ? new ErrorCompiler(compiling).handler(component.mapping("error_handler"))
                        : ErrorPlan.DEFAULT,
                decoder,
                PropertiesCompiler.properties(component, streams));
    }

    private static Inputs parameters(Source.Mapping component) {
        if (component.get("request_parameters") instanceof Source.Mapping mapping) {
            Map<String, Source> plain = new LinkedHashMap<>(mapping.entries());
            plain.values().removeIf(PropertiesCompiler::isQueryProperties);
            return new Inputs.Named(Compiling.fields(new Source.Mapping(plain, mapping.at()), component));
        }
        return Compiling.inputs(component, "request_parameters");
    }

    private static Body body(Source.Mapping component) {
        if (component.has("request_body")) {
            return typed(component.mapping("request_body"));
        }
        if (component.has("request_body_json")) {
            return new Body.Json(Compiling.value(component.get("request_body_json"), component));
        }
        return switch (component.get("request_body_data")) {
            case null -> new Body.Empty();
            case Source.Mapping _ -> new Body.Form(Compiling.inputs(component, "request_body_data"));
            case Source.Scalar _ -> new Body.Raw(Compiling.template(component, "request_body_data"));
            case Source.Items _ -> throw component.problem("request_body_data must be a mapping or a text");
        };
    }

    /** The newer form, which says what kind of body it is. */
    private static Body typed(Source.Mapping component) {
        return switch (component.type()) {
            case "RequestBodyPlainText" -> new Body.Raw(Compiling.template(component, "value"));
            case "RequestBodyUrlEncodedForm" -> new Body.Form(Compiling.inputs(component, "value"));
            case "RequestBodyJsonObject", "RequestBodyGraphQL" ->
                new Body.Json(Compiling.value(component.get("value"), component));
            default -> throw Compiling.unsupported(component);
        };
    }
}
