package ai.opsai.platform.problem;

import org.slf4j.MDC;

/** The tenant that a thread works for, in its logging context. */
public final class TenantInLog {

    /** Its name in the logging context. */
    public static final String MDC_KEY = "tenantId";

    private TenantInLog() {}

    /** Stays until the request ends. */
    public static void is(String tenantId) {
        MDC.put(MDC_KEY, tenantId);
    }

    static void forget() {
        MDC.remove(MDC_KEY);
    }
}
