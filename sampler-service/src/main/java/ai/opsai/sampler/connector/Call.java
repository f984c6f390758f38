package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Scope;

/** On whose behalf, with which variables and within which budget a request is made. */
record Call(ProviderAccess access, Scope scope, RequestBudget budget) {

    Call with(String name, Object value) {
        return new Call(access, scope.with(name, value), budget);
    }
}
