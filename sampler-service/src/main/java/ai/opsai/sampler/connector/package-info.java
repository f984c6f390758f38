/**
 * The connector engine: compiles a resolved manifest to an immutable plan per stream, and reads pages by that plan.
 * Knows HTTP only through the guarded client, and nothing of jobs, tenants or storage.
 */
@NullMarked
package ai.opsai.sampler.connector;

import org.jspecify.annotations.NullMarked;
