package ai.opsai.auth.access;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;

/** The tenant of the caller's token or session. */
final class ProvenTenant implements CallerTenant {

    @Override
    public String tenant() {
        Caller caller = Caller.current();
        if (caller == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED, "Sign in, and send the token as a Bearer token.");
        }
        String tenant = caller.tenant();
        if (tenant == null) {
            throw new ProblemException(ProblemCode.TENANT_FORBIDDEN, "Your sign-in belongs to no tenant.");
        }
        return tenant;
    }

    @Override
    public boolean proven() {
        return true;
    }
}
