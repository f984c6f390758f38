package ai.opsai.auth.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The request to a provider's consent page, as far as it differs among providers.
 *
 * @param scopeParameter the parameter that asks for the scopes
 * @param parameters sent besides those of RFC 6749
 * @param omitted parameters of RFC 6749 that this provider does not take
 */
public record Consent(
        boolean pkce,
        List<String> scopes,
        String scopeSeparator,
        String scopeParameter,
        Map<String, String> parameters,
        Set<String> omitted) {

    public Consent {
        scopes = List.copyOf(scopes);
        parameters = Map.copyOf(parameters);
        omitted = Set.copyOf(omitted);
    }

    Consent with(Map<String, String> values) {
        return new Consent(pkce, scopes, scopeSeparator, scopeParameter, Filled.in(parameters, values), omitted);
    }

    Consent asking(List<String> others) {
        return new Consent(pkce, others, scopeSeparator, scopeParameter, parameters, omitted);
    }
}
