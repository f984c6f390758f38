package ai.opsai.local.supervisor;

import java.util.Locale;
import java.util.Map;

/** The providers that the sandbox plays, at the paths of the real ones. */
enum SandboxProvider {
    GITHUB("/login/oauth/authorize", "/login/oauth/access_token"),
    STRIPE("/oauth/v2/authorize", "/v1/oauth/token"),
    HUBSPOT("/oauth/authorize", "/oauth/v1/token");

    private final String authorizationPath;
    private final String tokenPath;

    SandboxProvider(String authorizationPath, String tokenPath) {
        this.authorizationPath = authorizationPath;
        this.tokenPath = tokenPath;
    }

    /** Set by a user who connects the real provider; the sandbox then stays out of its way. */
    String clientIdVariable() {
        return prefix() + "CLIENT_ID";
    }

    Map<String, String> environment(String sandbox) {
        String base = sandbox + "/" + name().toLowerCase(Locale.ROOT);
        return Map.of(
                prefix() + "AUTHORIZATION_URI",
                base + authorizationPath,
                prefix() + "TOKEN_URI",
                base + tokenPath,
                prefix() + "API_BASE",
                base,
                clientIdVariable(),
                "sandbox-client",
                prefix() + "CLIENT_SECRET",
                "sandbox-secret");
    }

    private String prefix() {
        return "OPSAI_PROVIDERS_" + name() + "_";
    }
}
