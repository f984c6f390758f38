package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a request proves who it is for. */
sealed interface AuthenticatorPlan {

    record Nothing() implements AuthenticatorPlan {}

    record Bearer(Template token) implements AuthenticatorPlan {}

    record ApiKey(RequestOption place, Template token) implements AuthenticatorPlan {}

    record Basic(Template username, Template password) implements AuthenticatorPlan {}

    /** The vault's token where the run has one; else a token that the grant gets with what the configuration holds. */
    record OAuth(GrantPlan grant) implements AuthenticatorPlan {}

    /** A token that each request signs by itself. */
    record Signed(JwtPlan jwt, Template prefix, RequestOption place) implements AuthenticatorPlan {}

    /** A token that a request of its own asks for. */
    record Session(LoginPlan login, RequestOption place, Template token) implements AuthenticatorPlan {}

    /** One of several, by what the configuration says. */
    record Choice(List<String> path, Map<String, AuthenticatorPlan> choices) implements AuthenticatorPlan {}

    /** One of several that can't run here; the others can. */
    record Unusable(String component) implements AuthenticatorPlan {}

    /**
     * How a session begins.
     *
     * @param known a token that the configuration may hold already
     * @param token where in the answer the token stands
     * @param lifetime ISO 8601; absent where the manifest names none
     */
    record LoginPlan(
            RequesterPlan requester,
            @Nullable Template known,
            List<String> token,
            @Nullable String lifetime) {}
}
