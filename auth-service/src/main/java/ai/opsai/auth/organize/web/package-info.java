/**
 * The call that answers with the organized database.
 */
@NullMarked
package ai.opsai.auth.organize.web;

import org.jspecify.annotations.NullMarked;
