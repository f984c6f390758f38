package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import java.util.Map;

/** Tokens and which version of the connection's tokens they are. */
record StoredTokens(String provider, long version, Tokens tokens, Map<String, Secret> config) {}
