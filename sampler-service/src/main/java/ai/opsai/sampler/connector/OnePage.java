package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;
import org.jspecify.annotations.Nullable;

/** What the requests for one page have in common. */
record OnePage(StreamPlan plan, Slice slice, @Nullable Object token, Scope scope, ProviderAccess access) {}
