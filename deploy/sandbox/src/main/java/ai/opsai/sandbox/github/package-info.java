/** A GitHub-shaped REST API over the world. */
@NullMarked
package ai.opsai.sandbox.github;

import org.jspecify.annotations.NullMarked;
