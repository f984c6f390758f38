package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.Envelope;
import ai.opsai.events.Event;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeRequested;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of {@code organize_run}. */
@Component
final class RunTable {

    private static final TypeReference<Map<UUID, Long>> VERSIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void request(Envelope cause, OrganizeRequested request, long position) {
        jdbc.sql("""
                        insert into organize_run (tenant_id, request_id, position, state, expected, requested_at,
                            correlation_id, causation_id, traceparent)
                        values (?, ?, ?, 'requested', cast(? as jsonb), ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        cause.tenantId(),
                        request.requestId(),
                        position,
                        json.writeValueAsString(request.expected()),
                        Timestamp.from(request.requestedAt()),
                        cause.correlationId(),
                        cause.id().toString())
                .param(cause.traceparent())
                .update();
    }

    /** A run that is over stays as it is. */
    void outcome(Envelope event, UUID requestId, String type, Event outcome, long position) {
        jdbc.sql("""
                        insert into organize_run as run (tenant_id, request_id, position, state, requested_at,
                            correlation_id, causation_id, outcome_type, outcome, outcome_at)
                        values (?, ?, ?, 'requested', ?, ?, ?, ?, cast(? as jsonb), ?)
                        on conflict (tenant_id, request_id) do update set position = excluded.position,
                            outcome_type = excluded.outcome_type, outcome = excluded.outcome,
                            outcome_at = excluded.outcome_at
                        where run.state not in ('done', 'failed')""")
                .params(
                        event.tenantId(),
                        requestId,
                        position,
                        Timestamp.from(event.time()),
                        event.correlationId(),
                        event.id().toString(),
                        type,
                        json.writeValueAsString(outcome),
                        Timestamp.from(event.time()))
                .update();
    }

    Optional<OrganizeRun> find(UUID requestId) {
        return one("where request_id = ?", requestId);
    }

    /** The run, which nobody else changes until the transaction ends. */
    Optional<OrganizeRun> lock(UUID requestId) {
        return one("where request_id = ? for update", requestId);
    }

    Optional<OrganizeRun> active() {
        return one("where state in ('waiting', 'running')");
    }

    /** What is to be worked on next: outcomes that are to be repeated come before requests. */
    Optional<OrganizeRun> next(boolean outcomesOnly) {
        return one("where state = 'requested'" + (outcomesOnly ? " and outcome is not null" : "")
                + " order by outcome is null, position limit 1");
    }

    boolean hasOutcomes() {
        return jdbc.sql("""
                        select exists (select from organize_run
                        where outcome is not null and state in ('requested', 'waiting', 'running'))""").query(Boolean.class).single();
    }

    void activate(UUID requestId, RunState state, @Nullable Instant waitUntil) {
        jdbc.sql("update organize_run set state = ?, wait_until = ? where request_id = ?")
                .param(state.column())
                .param(waitUntil == null ? null : Timestamp.from(waitUntil))
                .param(requestId)
                .update();
    }

    void done(UUID requestId, ObjectNode result, Instant at) {
        jdbc.sql(
                        "update organize_run set state = 'done', result = cast(? as jsonb), finished_at = ? where request_id = ?")
                .params(json.writeValueAsString(result), Timestamp.from(at), requestId)
                .update();
    }

    void failed(UUID requestId, String code, String problem, Instant at) {
        jdbc.sql("""
                        update organize_run set state = 'failed', problem_code = ?, problem = ?, finished_at = ?
                        where request_id = ?""").params(code, problem, Timestamp.from(at), requestId).update();
    }

    Optional<ObjectNode> result(UUID requestId) {
        return jdbc.sql("select result from organize_run where request_id = ? and state = 'done'")
                .param(requestId)
                .query((row, number) -> json.readValue(row.getString(1), ObjectNode.class))
                .optional();
    }

    void erase() {
        jdbc.sql("delete from organize_run").update();
        jdbc.sql("delete from model_proposal").update();
        jdbc.sql("delete from model_answer").update();
    }

    private Optional<OrganizeRun> one(String condition, Object... parameters) {
        return jdbc.sql("select * from organize_run " + condition)
                .params(parameters)
                .query(this::run)
                .optional();
    }

    private OrganizeRun run(ResultSet row, int number) throws SQLException {
        Timestamp waitUntil = row.getTimestamp("wait_until");
        return new OrganizeRun(
                new RunKey(row.getString("tenant_id"), row.getObject("request_id", UUID.class)),
                RunState.of(row.getString("state")),
                json.readValue(row.getString("expected"), VERSIONS),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("traceparent"),
                waitUntil == null ? null : waitUntil.toInstant(),
                outcome(row));
    }

    private @Nullable Outcome outcome(ResultSet row) throws SQLException {
        String type = row.getString("outcome_type");
        if (type == null) {
            return null;
        }
        String event = row.getString("outcome");
        Instant at = row.getTimestamp("outcome_at").toInstant();
        return type.equals("organized")
                ? new Outcome.Organized(json.readValue(event, DatabaseOrganized.class), at)
                : new Outcome.Failed(json.readValue(event, OrganizeFailed.class), at);
    }
}
