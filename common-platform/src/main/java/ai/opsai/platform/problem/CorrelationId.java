package ai.opsai.platform.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that ties a request, its events and its log lines together; it lives in the logging context of a thread. */
public final class CorrelationId {

    /** The header in which it comes and goes. */
    public static final String HEADER = "X-Correlation-Id";

    /** Its name in the logging context. */
    public static final String MDC_KEY = "correlationId";

    private CorrelationId() {}

    /** The current one, or null outside of any request or event. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    /** The current one, or a new one for work that nobody asked for. */
    public static String currentOrNew() {
        String current = current();
        return current == null ? UUID.randomUUID().toString() : current;
    }
}
