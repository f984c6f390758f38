package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.AuthenticatorPlan.LoginPlan;
import ai.opsai.sampler.connector.RequestOption.Place;
import ai.opsai.sampler.connector.RequesterPlan.Body;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.manifest.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles authenticators. */
final class AuthenticatorCompiler {

    private static final String SESSION = "{{ session_token }}";

    private final Compiling compiling;
    private final StreamCompiler streams;

    AuthenticatorCompiler(Compiling compiling, StreamCompiler streams) {
        this.compiling = compiling;
        this.streams = streams;
    }

    AuthenticatorPlan authenticator(Source.Mapping component) {
        return switch (component.type()) {
            case "NoAuth" -> new AuthenticatorPlan.Nothing();
            case "BearerAuthenticator" -> new AuthenticatorPlan.Bearer(Compiling.template(component, "api_token"));
            case "ApiKeyAuthenticator" ->
                new AuthenticatorPlan.ApiKey(keyPlace(component), Compiling.template(component, "api_token", ""));
            case "BasicHttpAuthenticator" ->
                new AuthenticatorPlan.Basic(
                        Compiling.template(component, "username"), Compiling.template(component, "password", ""));
            case "OAuthAuthenticator" -> new AuthenticatorPlan.OAuth(GrantCompiler.grant(component));
            case "JwtAuthenticator" -> signed(component);
            case "SessionTokenAuthenticator" -> session(component);
            case "LegacySessionTokenAuthenticator" -> legacySession(component);
            case "SelectiveAuthenticator" -> choice(component);
            default -> throw Compiling.unsupported(component);
        };
    }

    /** A choice that can't run is told, and fails only where a configuration makes it. */
    private AuthenticatorPlan choice(Source.Mapping component) {
        Source.Mapping declared = component.mapping("authenticators");
        Map<String, AuthenticatorPlan> choices = new LinkedHashMap<>();
        for (String name : declared.entries().keySet()) {
            Source.Mapping each = declared.mapping(name);
            try {
                choices.put(name, authenticator(each));
            } catch (ManifestException e) {
                compiling.without(each, each.type(), e.reason() + "; signing in as \"" + name + "\" is not possible");
                choices.put(name, new AuthenticatorPlan.Unusable(each.type()));
            }
        }
        return new AuthenticatorPlan.Choice(component.texts("authenticator_selection_path"), choices);
    }

    private static AuthenticatorPlan signed(Source.Mapping component) {
        RequestOption place = RequestOptions.of(component, "request_option");
        return new AuthenticatorPlan.Signed(
                GrantCompiler.jwt(component),
                Compiling.template(component, "header_prefix", ""),
                place == null ? RequestOption.header("Authorization") : place);
    }

    private AuthenticatorPlan session(Source.Mapping component) {
        var login = new LoginPlan(
                new RequesterCompiler(compiling)
                        .requester(
                                component.mapping("login_requester"),
                                DecoderCompiler.of(component, "decoder"),
                                streams),
                null,
                component.texts("session_token_path"),
                component.optionalText("expiration_duration"));
        Source.Mapping use = component.mapping("request_authentication");
        return switch (use.type()) {
            case "Bearer" ->
                new AuthenticatorPlan.Session(
                        login, RequestOption.header("Authorization"), Template.parse("Bearer " + SESSION));
            case "ApiKey" ->
                new AuthenticatorPlan.Session(login, keyPlace(use), Compiling.template(use, "api_token", SESSION));
            default -> throw Compiling.unsupported(use);
        };
    }

    private static AuthenticatorPlan legacySession(Source.Mapping component) {
        var credentials = new LinkedHashMap<Template, ValuePlan>();
        for (String field : List.of("username", "password")) {
            credentials.put(Template.parse(field), new ValuePlan.Text(Compiling.template(component, field, "")));
        }
        RequesterPlan login = RequesterPlan.post(
                Compiling.template(component, "api_url"),
                Compiling.template(component, "login_url"),
                new Body.Json(new ValuePlan.Fields(credentials)));
        @Nullable Template known = Compiling.optional(component, "session_token");
        return new AuthenticatorPlan.Session(
                new LoginPlan(login, known, component.texts("session_token_response_key"), null),
                new RequestOption(Place.HEADER, List.of(Compiling.template(component, "header"))),
                Template.parse(SESSION));
    }

    /** The older form names a header only. */
    private static RequestOption keyPlace(Source.Mapping component) {
        RequestOption place = RequestOptions.of(component, "inject_into");
        return place == null
                ? new RequestOption(Place.HEADER, List.of(Compiling.template(component, "header")))
                : place;
    }
}
