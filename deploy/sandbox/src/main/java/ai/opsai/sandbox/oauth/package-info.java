/** OAuth 2.0 as each provider speaks it: consent page, one-time codes, PKCE, tokens, refresh, revocation. */
@NullMarked
package ai.opsai.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
