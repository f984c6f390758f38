/**
 * Token endpoints of providers: codes and refresh tokens become tokens, a refusal, or neither; grants are given back.
 */
@NullMarked
package ai.opsai.auth.token;

import org.jspecify.annotations.NullMarked;
