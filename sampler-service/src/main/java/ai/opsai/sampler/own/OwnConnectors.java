package ai.opsai.sampler.own;

import ai.opsai.platform.problem.ProblemException;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connectors of tenants, each tenant's for itself. */
public final class OwnConnectors {

    /** Of one tenant. */
    private static final int MOST = 100;

    private static final String SELECT = "select connector_id, name, version, manifest from tenant_connector ";

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    OwnConnectors(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a manifest as the newest version of the connector.
     *
     * @throws ai.opsai.sampler.manifest.ManifestException when the text is no manifest; then nothing is kept
     */
    public OwnConnector keep(String tenant, String id, String name, String yaml) {
        ManifestText text = ManifestText.read(id, yaml);
        int version = transactions.call(tenant, () -> {
            requireRoom(id);
            return jdbc.sql("""
                            insert into tenant_connector (tenant_id, connector_id, name, version, manifest, imported_at)
                            values (:tenant, :id, :name, 1, :manifest, :now)
                            on conflict (tenant_id, connector_id) do update set name = excluded.name,
                                version = tenant_connector.version + 1, manifest = excluded.manifest,
                                imported_at = excluded.imported_at
                            returning version""")
                    .param("tenant", tenant)
                    .param("id", id)
                    .param("name", name)
                    .param("manifest", yaml)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(Integer.class)
                    .single();
        });
        return new OwnConnector(id, name, version, text);
    }

    /** All of a tenant, by id. */
    public List<OwnConnector> all(String tenant) {
        return transactions.call(
                tenant,
                () -> jdbc.sql(SELECT + "order by connector_id")
                        .query((row, _) -> connector(row))
                        .list());
    }

    public Optional<OwnConnector> find(String tenant, String id) {
        return transactions.call(
                tenant,
                () -> jdbc.sql(SELECT + "where connector_id = ?")
                        .param(id)
                        .query((row, _) -> connector(row))
                        .optional());
    }

    private void requireRoom(String id) {
        long others = jdbc.sql("select count(*) from tenant_connector where connector_id <> ?")
                .param(id)
                .query(Long.class)
                .single();
        if (others >= MOST) {
            throw ProblemException.invalid(
                    "name", "A tenant can have " + MOST + " connectors; import under a known name.");
        }
    }

    private static OwnConnector connector(ResultSet row) throws SQLException {
        String id = row.getString("connector_id");
        return new OwnConnector(
                id, row.getString("name"), row.getInt("version"), ManifestText.read(id, row.getString("manifest")));
    }
}
