package ai.opsai.organizer.access;

import ai.opsai.events.Envelope;
import ai.opsai.platform.assertion.VerifiedCaller;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads of one tenant: the caller's assertion must be about it, and the transaction sees its rows alone. */
@Component
public final class TenantReads {

    private final TenantTransactions transactions;

    TenantReads(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    public <T> T read(VerifiedCaller caller, String tenantId, Supplier<T> read) {
        check(caller, tenantId);
        return transactions.call(tenantId, read);
    }

    /** For work that is more than one transaction. */
    public void check(VerifiedCaller caller, String tenantId) {
        if (!Envelope.isTenantId(tenantId)) {
            throw new ProblemException(
                    ProblemCode.INVALID_TENANT_ID,
                    "A tenant id has 1 to 64 letters, digits, dots, hyphens and underscores and begins with a letter or digit.");
        }
        caller.requireAbout(tenantId, null);
    }
}
