/** Counts of what services did. A tenant is never a label: labels are kept for ever, and there are too many tenants. */
@NullMarked
package ai.opsai.platform.metrics;

import org.jspecify.annotations.NullMarked;
