package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;

/** How a request proves who it is for. The token is always the one that the vault released for this run. */
sealed interface AuthenticatorPlan {

    record Nothing() implements AuthenticatorPlan {}

    record Bearer(Template token) implements AuthenticatorPlan {}

    record ApiKey(RequestOption place, Template token) implements AuthenticatorPlan {}

    record Basic(Template username, Template password) implements AuthenticatorPlan {}

    /** The manifest would refresh tokens itself; here the vault does, so what is left is to send it as the provider wants. */
    record FromVault() implements AuthenticatorPlan {}
}
