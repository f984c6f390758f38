package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import org.jspecify.annotations.Nullable;

/** One HTTP request, still with its expressions, and how its answer is understood. */
record RequesterPlan(
        String method,
        Template base,
        Template path,
        Inputs parameters,
        Inputs headers,
        Body body,
        AuthenticatorPlan authenticator,
        ErrorPlan errors,
        DecoderPlan decoder,
        @Nullable PropertiesPlan properties) {

    /** Of a token request, whose address and form are made elsewhere: what its answer means. */
    static final RequesterPlan TOKEN = post(Template.parse(""), Template.parse(""), new Body.Empty());

    /** A request that no requester of the manifest describes. */
    static RequesterPlan post(Template base, Template path, Body body) {
        return new RequesterPlan(
                "POST",
                base,
                path,
                Inputs.NONE,
                Inputs.NONE,
                body,
                new AuthenticatorPlan.Nothing(),
                ErrorPlan.DEFAULT,
                new DecoderPlan.Json(),
                null);
    }

    /** What the request carries besides its address. */
    sealed interface Body {
        record Empty() implements Body {}

        record Json(ValuePlan value) implements Body {}

        record Form(Inputs fields) implements Body {}

        record Raw(Template text) implements Body {}
    }
}
