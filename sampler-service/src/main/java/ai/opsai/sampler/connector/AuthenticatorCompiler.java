package ai.opsai.sampler.connector;

import ai.opsai.sampler.manifest.Source;
import java.util.List;

/** Compiles authenticators. */
final class AuthenticatorCompiler {

    private final Compiling compiling;

    AuthenticatorCompiler(Compiling compiling) {
        this.compiling = compiling;
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
            case "OAuthAuthenticator" -> {
                compiling.without(
                        component, "OAuthAuthenticator", "the token comes from our vault, which refreshes it");
                yield new AuthenticatorPlan.FromVault();
            }
            default -> throw Compiling.unsupported(component);
        };
    }

    private static RequestOption keyPlace(Source.Mapping component) {
        RequestOption place = RequestOptions.of(component, "inject_into");
        if (place != null) {
            return place;
        }
        return new RequestOption(RequestOption.Place.HEADER, List.of(component.text("header")));
    }
}
