package ai.opsai.auth.console;

import org.jspecify.annotations.Nullable;

/** What happened on the way here, said in sentences of ours: the address' own words are never shown. */
final class Notices {

    private Notices() {}

    static @Nullable String of(@Nullable String connection, @Nullable String status, @Nullable String code) {
        return switch (status == null ? "" : status) {
            case "connected" -> "Connected. The sample is being fetched.";
            case "organizing" -> "Organizing the database.";
            case "failed" -> connection == null ? organizing(code) : connecting(code);
            default -> null;
        };
    }

    private static String organizing(@Nullable String code) {
        return "no_samples".equals(code)
                ? "There is nothing to organize yet: connect a provider first."
                : "Organizing could not be started.";
    }

    private static String connecting(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "user_denied" -> "You did not allow access. Connect again when you want to.";
            case "account_mismatch" -> "You signed in with another account than before; the connection is unchanged.";
            case "code_rejected" -> "The provider did not accept the sign-in. Connect again.";
            case "provider_timeout", "provider_error" -> "The provider does not answer. Try again later.";
            case "provider_refused" ->
                "The provider refused the sign-in. Check the scopes and the redirect address of the application there.";
            case "provider_changed" -> "The provider's settings were changed while you signed in. Connect again.";
            case "cancelled" -> "This sign-in was cancelled before you came back. Connect again when you want to.";
            case "id_token_invalid", "token_response_invalid", "token_endpoint_redirect" ->
                "The provider's answer could not be trusted, so it was not used. Connect again.";
            default -> "Connecting failed. Connect again; if it stays so, look at the connection's operation.";
        };
    }
}
