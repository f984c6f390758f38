package ai.opsai.platform.assertion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who calls and what for, after the signature, the audience, the time and the single use were checked. */
public record VerifiedCaller(
        String service, @Nullable String tenant, @Nullable UUID connection, String purpose, String jti) {

    /** The tenant that the statement names; a call that needs one and names none is refused. */
    public String requiredTenant() {
        if (tenant == null) {
            throw new AssertionRejected(AssertionRejected.Reason.MALFORMED);
        }
        return tenant;
    }

    /** Refuses a call about another tenant or connection than the statement was signed for. */
    public void requireAbout(String wantedTenant, @Nullable UUID wantedConnection) {
        boolean otherConnection = wantedConnection != null && !wantedConnection.equals(connection);
        if (!wantedTenant.equals(tenant) || otherConnection) {
            throw new AssertionRejected(AssertionRejected.Reason.WRONG_SUBJECT);
        }
    }
}
