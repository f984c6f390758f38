package ai.opsai.sandbox.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The authorization-code flow that the providers share: consent page, decision, code, redemption. A code works once,
 * with the client, redirect URI and PKCE verifier of its start, for a few minutes.
 */
final class CodeFlow {

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private record Code(
            String redirectUri,
            String account,
            List<String> scopes,
            @Nullable String challenge,
            Instant expiresAt) {}

    private final ConsentPage page;
    private final Set<String> accounts;
    private final OAuthClient client;
    private final TokenStore tokens;
    private final Clock clock;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    CodeFlow(ConsentPage page, Set<String> accounts, OAuthClient client, TokenStore tokens, Clock clock) {
        this.page = page;
        this.accounts = accounts;
        this.client = client;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Shows the consent page, or says why not: to the browser while the redirect URI can't be trusted, else back there. */
    Response start(Request request) {
        Parameters query = request.query();
        String refusal = refusal(query);
        if (refusal != null) {
            return page.refusal(refusal);
        }
        String error = error(query);
        return error == null ? page.ask(query, scopes(query)) : back(query, "error", error);
    }

    /** Takes the decision that the consent page posts. */
    Response decide(Request request) {
        Parameters form = request.form();
        if (refusal(form) != null || error(form) != null || !accounts.contains(form.first("account", ""))) {
            return page.refusal("This request can't be understood: start again.");
        }
        if (!form.first("decision", "").equals("allow")) {
            return back(form, "error", "access_denied");
        }
        String code = tokens.random(20);
        codes.put(
                code,
                new Code(
                        form.first("redirect_uri", ""),
                        form.first("account", ""),
                        scopes(form),
                        form.first("code_challenge"),
                        clock.instant().plus(CODE_LIFE)));
        return back(form, "code", code);
    }

    Set<String> accounts() {
        return accounts;
    }

    /** Redeems a code, which is spent by the attempt whatever comes of it. */
    Redemption redeem(Parameters form) {
        Code code = codes.remove(form.first("code", ""));
        if (code == null || !clock.instant().isBefore(code.expiresAt())) {
            return new Redemption.Refused(Redemption.Reason.UNKNOWN_CODE);
        }
        String redirect = form.first("redirect_uri");
        if (redirect != null && !redirect.equals(code.redirectUri())) {
            return new Redemption.Refused(Redemption.Reason.REDIRECT_MISMATCH);
        }
        if (code.challenge() != null && !code.challenge().equals(challenge(form.first("code_verifier", "")))) {
            return new Redemption.Refused(Redemption.Reason.WRONG_VERIFIER);
        }
        return new Redemption.Granted(code.account(), code.scopes());
    }

    private @Nullable String refusal(Parameters query) {
        if (!client.id().equals(query.first("client_id"))) {
            return "No application is registered under this client_id.";
        }
        String redirect = query.first("redirect_uri");
        return redirect == null || !acceptable(redirect)
                ? "The redirect_uri must be an absolute http or https address without a fragment."
                : null;
    }

    private static @Nullable String error(Parameters query) {
        if (!query.first("response_type", "code").equals("code")) {
            return "unsupported_response_type";
        }
        boolean plain = query.first("code_challenge") != null
                && !query.first("code_challenge_method", "plain").equals("S256");
        return plain ? "invalid_request" : null;
    }

    private static boolean acceptable(String redirect) {
        try {
            URI uri = URI.create(redirect);
            return uri.getHost() != null && uri.getFragment() == null && redirect.matches("https?://.*");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Response back(Parameters sent, String name, String value) {
        String redirect = sent.first("redirect_uri", "");
        Parameters result = Parameters.parse(null).with(name, value);
        String state = sent.first("state");
        if (name.equals("error") && value.equals("access_denied")) {
            result = result.with("error_description", "The user has denied your application access.");
        }
        if (state != null) {
            result = result.with("state", state);
        }
        return Response.redirect(redirect + (redirect.contains("?") ? "&" : "?") + result.encode());
    }

    private static List<String> scopes(Parameters query) {
        String asked = query.first("scope", "") + " " + query.first("optional_scope", "");
        List<String> scopes = Arrays.stream(asked.split("[ ,]+", -1))
                .filter(scope -> !scope.isBlank())
                .distinct()
                .toList();
        return scopes.isEmpty() ? List.of("(no scope)") : scopes;
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
