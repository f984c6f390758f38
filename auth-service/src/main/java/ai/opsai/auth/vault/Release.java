package ai.opsai.auth.vault;

/** To whom and for what a token is given out; kept on record. */
public record Release(String service, String purpose, String jti) {}
