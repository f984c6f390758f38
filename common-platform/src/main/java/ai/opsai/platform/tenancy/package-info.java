/**
 * Tenant-bound transactions: the only way to the rows of a tenant. Row-level security does the rest.
 */
@NullMarked
package ai.opsai.platform.tenancy;

import org.jspecify.annotations.NullMarked;
