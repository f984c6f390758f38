package ai.opsai.auth.connection;

import static ai.opsai.auth.connection.ConnectionRows.utc;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the samples of connections are, beside their rows; inside a transaction of the tenant. */
final class SampleStateRows {

    private static final String NEXT = """
            update connection set sample_version = sample_version + 1, sample_status = 'queued',
                sample_retry_at = null, sample_problem = null
            where connection_id = ? returning sample_version""";
    private static final String UNDER_WAY = """
            update connection set sample_status = :status, sample_retry_at = :retry
            where connection_id = :id and sample_version = :version
              and sample_status in ('queued', 'running', 'waiting')""";
    private static final String COLLECTED = """
            update connection set collected_version = :version, collected_at = :at,
                sample_status = case when sample_version = :version then :status else sample_status end,
                sample_limits = cast(:limits as jsonb),
                sample_retry_at = case when sample_version = :version then null else sample_retry_at end
            where connection_id = :id and collected_version < :version""";
    private static final String FAILED = """
            update connection set sample_status = 'failed', sample_retry_at = null,
                sample_problem = cast(:problem as jsonb)
            where connection_id = :id and sample_version = :version
              and sample_status in ('queued', 'running', 'waiting')""";

    private final JdbcClient jdbc;

    SampleStateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the next sample and has it asked for. */
    long next(UUID id) {
        return jdbc.sql(NEXT).param(id).query(Long.class).single();
    }

    /** How far the newest sample is; what is said of an older one, or of one that has ended, changes nothing. */
    boolean underWay(UUID id, long version, SampleStatus status, @Nullable Instant retryAt) {
        return jdbc.sql(UNDER_WAY)
                        .param("status", status.wire())
                        .param("retry", retryAt == null ? null : utc(retryAt))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Whether this sample is newer than any that came before. */
    boolean collected(UUID id, long version, Instant at, @Nullable String limits) {
        SampleStatus status = limits == null ? SampleStatus.COLLECTED : SampleStatus.PARTIAL;
        return jdbc.sql(COLLECTED)
                        .param("version", version)
                        .param("at", utc(at))
                        .param("status", status.wire())
                        .param("limits", limits)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean failed(UUID id, long version, String problem) {
        return jdbc.sql(FAILED)
                        .param("problem", problem)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }
}
