package ai.opsai.auth.provider;

/** The header that carries the token. */
public record AuthHeader(String name, String prefix) {

    public static final AuthHeader BEARER = new AuthHeader("Authorization", "Bearer ");
}
