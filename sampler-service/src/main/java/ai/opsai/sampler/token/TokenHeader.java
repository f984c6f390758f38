package ai.opsai.sampler.token;

/** The header that carries a token, and what stands before the token in it. */
public record TokenHeader(String name, String prefix) {

    public static final TokenHeader BEARER = new TokenHeader("Authorization", "Bearer ");
}
