package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import org.jspecify.annotations.Nullable;

/** One HTTP request, still with its expressions. */
record RequesterPlan(
        String method,
        Template base,
        Template path,
        ValuePlan.Fields parameters,
        ValuePlan.Fields headers,
        Body body,
        AuthenticatorPlan authenticator,
        ErrorPlan errors,
        @Nullable PropertiesPlan properties) {

    /** What the request carries besides its address. */
    sealed interface Body {
        record Empty() implements Body {}

        record Json(ValuePlan value) implements Body {}

        record Form(ValuePlan.Fields fields) implements Body {}

        record Raw(Template text) implements Body {}
    }
}
