/**
 * What people call the fields of their rows: names of custom fields and of their choices, cleaned, bounded and written as
 * a JSON Schema. Rows themselves stay as the provider sent them. Pure.
 */
@NullMarked
package ai.opsai.sampler.label;

import org.jspecify.annotations.NullMarked;
