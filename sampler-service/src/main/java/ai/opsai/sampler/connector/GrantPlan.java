package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token request (RFC 6749) with credentials of the configuration.
 *
 * @param fields of the form, besides those of {@code extra}; what evaluates to nothing is left out
 * @param assertion signs who asks, in place of a client's secret
 * @param known a token that the configuration may hold already
 */
record GrantPlan(
        Template endpoint,
        List<Field> fields,
        ValuePlan.Fields extra,
        ValuePlan.Fields headers,
        @Nullable JwtPlan assertion,
        @Nullable Template known,
        Template tokenName,
        Template lifetimeName) {

    record Field(Template name, Template value) {}
}
