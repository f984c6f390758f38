/**
 * The calls that answer with a sample.
 */
@NullMarked
package ai.opsai.auth.sample.web;

import org.jspecify.annotations.NullMarked;
