package ai.opsai.organizer.data;

import ai.opsai.organizer.unification.OrganizedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads organized rows of the tenant that the current transaction is bound to. */
@Component
public final class RowReader {

    private static final String AFTER = """
            select * from tenant_dynamic_data
            where entity_type = :type and (cast(:connection as uuid) is null or connection_id = :connection)
              and (entity_id collate "C", connection_id) > (:id, :after)
            order by entity_id collate "C", connection_id limit :limit""";
    private static final String ONE = """
            select * from tenant_dynamic_data
            where entity_type = :type and entity_id = :id
              and (cast(:connection as uuid) is null or connection_id = :connection)
            order by connection_id limit 2""";
    private static final RowCursor BEGINNING = new RowCursor("", OrganizedRow.NO_CONNECTION);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RowReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<StoredRow> after(@Nullable RowCursor cursor, String type, @Nullable UUID connection, int limit) {
        RowCursor from = cursor == null ? BEGINNING : cursor;
        return jdbc.sql(AFTER)
                .param("type", type)
                .param("connection", connection)
                .param("id", from.entityId())
                .param("after", from.connectionId())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Those with this id: of several connections there may be several, of which two are enough to know. */
    public List<StoredRow> withId(String type, String id, @Nullable UUID connection) {
        return jdbc.sql(ONE)
                .param("type", type)
                .param("id", id)
                .param("connection", connection)
                .query(this::row)
                .list();
    }

    /** Where a retired unified id leads. */
    public Optional<String> survivorOf(String id) {
        return jdbc.sql("select survivor_id::text from tenant_identity_redirects where retired_id::text = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    private StoredRow row(ResultSet row, int number) throws SQLException {
        UUID connection = row.getObject("connection_id", UUID.class);
        return new StoredRow(
                row.getString("entity_type"),
                row.getString("entity_id"),
                connection.equals(OrganizedRow.NO_CONNECTION) ? null : connection,
                json.readTree(row.getString("data")),
                json.readTree(row.getString("provenance")),
                row.getInt("schema_version"),
                row.getTimestamp("updated_at").toInstant());
    }
}
