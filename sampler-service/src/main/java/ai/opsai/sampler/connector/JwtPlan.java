package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import org.jspecify.annotations.Nullable;

/** A token that we sign ourselves (RFC 7519) with a key of the configuration. */
record JwtPlan(
        Template key,
        @Nullable Template passphrase,
        boolean encodeKey,
        Template algorithm,
        long seconds,
        ValuePlan.Fields headers,
        ValuePlan.Fields claims) {}
