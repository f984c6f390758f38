package ai.opsai.organizer.inventory;

import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleRows;
import ai.opsai.events.SampledEntity;
import ai.opsai.events.SampledRow;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code sample} and {@code sample_part}; no rule about them stands here. */
@Component
final class SampleTables {

    private static final TypeReference<Map<String, SampledEntity>> ENTITIES = new TypeReference<>() {};
    private static final TypeReference<List<SampledRow>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SampleTables(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Nothing else works on this connection's samples until the transaction ends. */
    void lock(UUID connectionId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(connectionId.toString())
                .query((row, number) -> number)
                .list();
    }

    void addPart(String tenantId, SampleRows part) {
        jdbc.sql("""
                        insert into sample_part (tenant_id, connection_id, sample_version, entity, part, rows)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        tenantId,
                        part.connectionId(),
                        part.sampleVersion(),
                        part.entity(),
                        part.part(),
                        json.writeValueAsString(part.rows()))
                .update();
    }

    /** A sample that is complete stays as it is. */
    void open(String tenantId, SampleCollected sample) {
        jdbc.sql("""
                        insert into sample (tenant_id, connection_id, sample_version, connection_version, provider,
                                            state, collected_at, entities)
                        values (?, ?, ?, ?, ?, 'open', ?, cast(? as jsonb))
                        on conflict (tenant_id, connection_id, sample_version) do update set
                            state = 'open', connection_version = excluded.connection_version,
                            collected_at = excluded.collected_at, entities = excluded.entities
                        where sample.state = 'failed'""")
                .params(
                        tenantId,
                        sample.connectionId(),
                        sample.sampleVersion(),
                        sample.connectionVersion(),
                        sample.provider(),
                        Timestamp.from(sample.collectedAt()),
                        json.writeValueAsString(sample.entities()))
                .update();
    }

    void fail(String tenantId, SampleKey key, long connectionVersion, String provider, String code) {
        jdbc.sql("""
                        insert into sample (tenant_id, connection_id, sample_version, connection_version, provider,
                                            state, failure_code)
                        values (?, ?, ?, ?, ?, 'failed', ?)
                        on conflict (tenant_id, connection_id, sample_version) do update set
                            state = 'failed', failure_code = excluded.failure_code
                        where sample.state = 'open'""")
                .params(tenantId, key.connectionId(), key.version(), connectionVersion, provider, code)
                .update();
    }

    void complete(SampleKey key) {
        jdbc.sql("update sample set state = 'complete' where connection_id = ? and sample_version = ?")
                .params(key.connectionId(), key.version())
                .update();
    }

    Optional<SampleHeader> header(SampleKey key) {
        return jdbc.sql("select * from sample where connection_id = ? and sample_version = ?")
                .params(key.connectionId(), key.version())
                .query((row, number) -> new SampleHeader(
                        key,
                        row.getLong("connection_version"),
                        row.getString("provider"),
                        SampleState.of(row.getString("state")),
                        row.getString("failure_code"),
                        json.readValue(row.getString("entities"), ENTITIES)))
                .optional();
    }

    /** Every sample that was closed or failed, without its rows and entities. */
    List<SampleHeader> headers() {
        return jdbc.sql("""
                        select connection_id, sample_version, connection_version, provider, state, failure_code
                        from sample order by connection_id, sample_version""")
                .query((row, number) -> new SampleHeader(
                        new SampleKey(row.getObject("connection_id", UUID.class), row.getLong("sample_version")),
                        row.getLong("connection_version"),
                        row.getString("provider"),
                        SampleState.of(row.getString("state")),
                        row.getString("failure_code"),
                        Map.of()))
                .list();
    }

    /** How many parts of each entity are there. */
    Map<String, Integer> parts(SampleKey key) {
        Map<String, Integer> parts = new HashMap<>();
        jdbc.sql("""
                        select entity, count(*) from sample_part
                        where connection_id = ? and sample_version = ? group by entity""").params(key.connectionId(), key.version()).query((RowCallbackHandler)
                row -> parts.put(row.getString(1), row.getInt(2)));
        return parts;
    }

    /** The rows of an entity as they were sent, part by part. */
    void rows(SampleKey key, String entity, Consumer<List<SampledRow>> part) {
        texts(key, entity, text -> part.accept(json.readValue(text, ROWS)));
    }

    /** As {@link #rows}, without NUL characters: JSON allows them, PostgreSQL takes them nowhere. */
    void storableRows(SampleKey key, String entity, Consumer<List<SampledRow>> part) {
        texts(key, entity, text -> part.accept(json.readValue(NulCharacters.dropped(text), ROWS)));
    }

    private void texts(SampleKey key, String entity, Consumer<String> part) {
        jdbc.sql("""
                        select rows from sample_part
                        where connection_id = ? and sample_version = ? and entity = ? order by part""")
                .params(key.connectionId(), key.version(), entity)
                .withFetchSize(4)
                .query((RowCallbackHandler) row -> part.accept(row.getString(1)));
    }

    void delete(SampleKey key) {
        deleteVersions("= ?", key);
    }

    void deleteUpTo(SampleKey key) {
        deleteVersions("<= ?", key);
    }

    /** Removes the versions below this one, except for those to be kept. */
    void deleteBelow(SampleKey key, Collection<Long> kept) {
        for (String table : List.of("sample_part", "sample")) {
            jdbc.sql(
                            "delete from " + table
                                    + " where connection_id = :id and sample_version < :version and sample_version not in (:kept)")
                    .param("id", key.connectionId())
                    .param("version", key.version())
                    .param("kept", kept.isEmpty() ? List.of(0L) : kept)
                    .update();
        }
    }

    void erase() {
        jdbc.sql("delete from sample_part").update();
        jdbc.sql("delete from sample").update();
    }

    private void deleteVersions(String condition, SampleKey key) {
        for (String table : List.of("sample_part", "sample")) {
            jdbc.sql("delete from " + table + " where connection_id = ? and sample_version " + condition)
                    .params(key.connectionId(), key.version())
                    .update();
        }
    }
}
