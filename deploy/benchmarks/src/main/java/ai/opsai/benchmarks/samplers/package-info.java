/** Samplers as processes of their own, the slow provider that they read, and how long a crowd of tenants waits for them. */
@NullMarked
package ai.opsai.benchmarks.samplers;

import org.jspecify.annotations.NullMarked;
