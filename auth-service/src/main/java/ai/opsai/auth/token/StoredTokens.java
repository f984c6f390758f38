package ai.opsai.auth.token;

/** Tokens and which version of the connection's tokens they are. */
record StoredTokens(String provider, long version, Tokens tokens) {}
