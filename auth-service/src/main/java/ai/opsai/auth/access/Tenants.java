package ai.opsai.auth.access;

import ai.opsai.events.Envelope;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import ai.opsai.platform.problem.TenantInLog;
import org.jspecify.annotations.Nullable;

/** Decides for which tenant a call works. Every handler asks here first, with the tenant that the call names. */
public final class Tenants {

    static final String DEFAULT = "default";

    private final CallerTenant caller;
    private final RateLimits limits;

    Tenants(CallerTenant caller, RateLimits limits) {
        this.caller = caller;
        this.limits = limits;
    }

    /**
     * The tenant of the call, which is counted for it.
     *
     * @param named the tenant in path, query or body; may be absent
     * @throws ProblemException {@code invalid_tenant_id}, {@code tenant_forbidden} for a caller of another, or
     *     {@code rate_limited}
     */
    public String of(@Nullable String named) {
        String tenant = decided(named);
        TenantInLog.is(tenant);
        limits.count(tenant);
        return tenant;
    }

    private String decided(@Nullable String named) {
        if (named != null && !Envelope.isTenantId(named)) {
            throw new ProblemException(
                    ProblemCode.INVALID_TENANT_ID,
                    "A tenantId has 1 to 64 letters, digits, dots, underscores or hyphens, and starts with a letter"
                            + " or digit.");
        }
        String own = caller.tenant();
        if (own == null) {
            return named == null ? DEFAULT : named;
        }
        if (named != null && !named.equals(own)) {
            throw new ProblemException(ProblemCode.TENANT_FORBIDDEN, "Your sign-in belongs to another tenant.");
        }
        return own;
    }

    /** Whether callers prove themselves; where they don't, only this machine can call. */
    public boolean proven() {
        return caller.proven();
    }

    /** Whether the caller has proven to belong to this tenant. */
    public boolean isOfCaller(String tenant) {
        Caller current = Caller.current();
        return current != null && tenant.equals(current.tenant());
    }
}
