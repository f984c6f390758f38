package ai.opsai.auth.provider;

import java.util.Map;

/**
 * A call that ends a grant. Besides variables its templates know {@code client_id}, {@code account_id},
 * {@code access_token} and {@code refresh_token}; a call that names a token which is not there is left out.
 */
public record Revoke(
        String method,
        Address uri,
        Authentication authentication,
        TokenRequest.BodyFormat format,
        Map<String, String> parameters) {

    /** How the call is allowed. */
    public enum Authentication {
        BASIC,
        BODY,
        NONE,
        SECRET_BEARER,
        ACCESS_TOKEN_BEARER
    }

    public Revoke {
        parameters = Map.copyOf(parameters);
    }

    Revoke at(Address other) {
        return new Revoke(method, other, authentication, format, parameters);
    }

    Revoke with(Map<String, String> values) {
        return new Revoke(method, uri.with(values), authentication, format, Filled.in(parameters, values));
    }
}
