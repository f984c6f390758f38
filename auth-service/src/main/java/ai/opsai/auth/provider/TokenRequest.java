package ai.opsai.auth.provider;

import java.util.Map;

/**
 * The requests to a token endpoint, as far as they differ among providers.
 *
 * @param codeParameters sent besides those of RFC 6749 with a code
 * @param refreshParameters the same with a refresh token
 */
public record TokenRequest(
        ClientAuthentication clientAuthentication,
        BodyFormat bodyFormat,
        Map<String, String> codeParameters,
        Map<String, String> refreshParameters,
        Map<String, String> headers) {

    /** How our application proves itself. */
    public enum ClientAuthentication {
        BODY,
        BASIC,
        SECRET_AS_BASIC_USER,
        NONE
    }

    /** How parameters are written. */
    public enum BodyFormat {
        FORM,
        JSON
    }

    public TokenRequest {
        codeParameters = Map.copyOf(codeParameters);
        refreshParameters = Map.copyOf(refreshParameters);
        headers = Map.copyOf(headers);
    }

    TokenRequest with(Map<String, String> values) {
        return new TokenRequest(
                clientAuthentication,
                bodyFormat,
                Filled.in(codeParameters, values),
                Filled.in(refreshParameters, values),
                Filled.in(headers, values));
    }
}
