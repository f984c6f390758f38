package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Authenticity;
import ai.opsai.auth.provider.Provider;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a provider sends back with the browser. Its texts are never repeated to anybody: we don't know who wrote them. */
final class CallbackAnswer {

    private CallbackAnswer() {}

    /**
     * The code that the answer brings.
     *
     * @throws FlowFailed when it brings none
     * @throws ProblemException {@code issuer_mismatch}, before anything else of the answer is looked at
     */
    static String code(Provider provider, HttpServletRequest callback) {
        checkIssuer(Objects.requireNonNull(provider.oauth()).authenticity(), callback.getParameter("iss"));
        String error = callback.getParameter("error");
        if (error != null) {
            throw error.equals("access_denied") ? denied(provider) : refused(provider);
        }
        if (!CallbackSignatures.good(Objects.requireNonNull(provider.oauth()), callback)) {
            throw new FlowFailed(
                    "signature_invalid",
                    ProblemCode.PROVIDER_INVALID_RESPONSE,
                    "The answer is not signed as " + provider.name() + " signs, so it was not used. Connect again.");
        }
        String code = callback.getParameter("code");
        if (code == null || code.isBlank()) {
            throw new FlowFailed(
                    "code_missing",
                    ProblemCode.PROVIDER_INVALID_RESPONSE,
                    provider.name() + " sent you back without a code. Connect again.");
        }
        return code;
    }

    /** The variables of the connection that the answer tells. */
    static Map<String, String> kept(Provider provider, HttpServletRequest callback) {
        Map<String, String> kept = new LinkedHashMap<>();
        Objects.requireNonNull(provider.oauth()).kept().fromCallback().forEach((name, parameter) -> {
            String value = callback.getParameter(parameter);
            if (value != null) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    /** RFC 9207: compared character by character; who promised to name itself in every answer must. */
    private static void checkIssuer(Authenticity known, @Nullable String sent) {
        boolean missing = sent == null && known.issuerInCallback();
        boolean other = sent != null && known.issuer() != null && !sent.equals(known.issuer());
        if (missing || other) {
            throw new ProblemException(
                    ProblemCode.ISSUER_MISMATCH,
                    "The answer came from another server than the one you were sent to, so it was not used."
                            + " Connect again, and look at the address before you sign in.");
        }
    }

    private static FlowFailed denied(Provider provider) {
        return new FlowFailed(
                "user_denied",
                ProblemCode.PROVIDER_FORBIDDEN,
                "You did not allow access to " + provider.name() + ". Connect again when you want to.");
    }

    private static FlowFailed refused(Provider provider) {
        return new FlowFailed(
                "provider_refused",
                ProblemCode.PROVIDER_FORBIDDEN,
                provider.name() + " refused the sign-in. Check the scopes and the redirect address of the"
                        + " application there.");
    }
}
