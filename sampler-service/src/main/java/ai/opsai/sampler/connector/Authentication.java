package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.Logins.Login;
import ai.opsai.sampler.token.TokenHeader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the credentials of a request, by the manifest's way of proving who it is for. */
final class Authentication {

    private final Logins logins;
    private final Clock clock;

    Authentication(Logins logins, Clock clock) {
        this.logins = logins;
        this.clock = clock;
    }

    /**
     * What proves a request.
     *
     * @param session which session it uses, so that a rejected one can be ended; null where it uses none
     */
    record Proof(List<Credential> credentials, @Nullable String session) {
        static Proof of(Credential credential) {
            return new Proof(List.of(credential), null);
        }
    }

    Proof proof(AuthenticatorPlan plan, Call call) {
        return switch (plan) {
            case AuthenticatorPlan.Nothing() -> new Proof(List.of(), null);
            case AuthenticatorPlan.Bearer(var token) ->
                Proof.of(Credential.authorization("Bearer", token.text(call.scope())));
            case AuthenticatorPlan.ApiKey(var place, var token) ->
                Proof.of(new Credential(place, token.text(call.scope())));
            case AuthenticatorPlan.Basic(var username, var password) ->
                Proof.of(basic(username.text(call.scope()), password.text(call.scope())));
            case AuthenticatorPlan.OAuth(GrantPlan grant) -> oauth(grant, call);
            case AuthenticatorPlan.Signed(JwtPlan jwt, var prefix, var place) ->
                Proof.of(signed(place, prefix.text(call.scope()), Jwts.sign(jwt, call.scope(), clock)));
            case AuthenticatorPlan.Session(var login, var place, var token) -> {
                Login made = logins.login(login, call);
                String value = token.text(call.scope().with("session_token", made.token()));
                yield new Proof(List.of(new Credential(place, value, List.of(made.token(), value))), made.session());
            }
            case AuthenticatorPlan.Choice(var path, var choices) -> proof(chosen(path, choices, call), call);
            case AuthenticatorPlan.Unusable(String component) ->
                throw failure("The connector's " + component
                        + " can't run here, and the configuration chooses it. Choose another way to sign in.");
        };
    }

    private Proof oauth(GrantPlan grant, Call call) {
        if (!call.access().token().isEmpty()) {
            TokenHeader header = call.access().header();
            String token = call.access().token();
            return Proof.of(
                    new Credential(RequestOption.header(header.name()), header.prefix() + token, List.of(token)));
        }
        Login made = logins.grant(grant, call);
        return new Proof(List.of(Credential.authorization("Bearer", made.token())), made.session());
    }

    private static Credential signed(RequestOption place, String prefix, String token) {
        return new Credential(place, prefix.isEmpty() ? token : prefix + " " + token, List.of(token));
    }

    private static Credential basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().encodeToString(pair);
        return new Credential(RequestOption.header("Authorization"), "Basic " + encoded, List.of(encoded, password));
    }

    private static AuthenticatorPlan chosen(List<String> path, Map<String, AuthenticatorPlan> choices, Call call) {
        Object choice = Paths.get(call.access().config(), path);
        AuthenticatorPlan plan = choices.get(String.valueOf(choice));
        if (plan == null) {
            throw failure("The configuration's " + String.join(".", path) + " must be one of "
                    + String.join(", ", choices.keySet()) + ".");
        }
        return plan;
    }

    private static ProviderFailure failure(String sentence) {
        return new ProviderFailure(ProblemCode.PROVIDER_TOKEN_REJECTED, sentence);
    }
}
