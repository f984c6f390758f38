package ai.opsai.sampler.job;

import ai.opsai.events.DisconnectReason;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.ProviderDisconnected;
import ai.opsai.events.Scopes;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the sampler knows of connections: the highest version with its state. Older news changes nothing, in any order and
 * however often. Every method wants a transaction of the connection's tenant.
 */
final class SampledConnections {

    private final JdbcClient jdbc;

    SampledConnections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the connection is active at this version now. */
    boolean connected(String tenantId, ProviderConnected event) {
        return jdbc.sql("""
                        insert into sampled_connection (tenant_id, connection_id, provider, connection_version, state,
                            sample_version, scopes_granted, account_id)
                        values (:tenant, :connection, :provider, :version, 'active', :sample,
                            cast(:scopes as text[]), :account)
                        on conflict (connection_id) do update set provider = excluded.provider,
                            connection_version = excluded.connection_version, state = 'active',
                            scopes_granted = excluded.scopes_granted, account_id = excluded.account_id,
                            sample_version = greatest(sampled_connection.sample_version, excluded.sample_version)
                        where excluded.connection_version > sampled_connection.connection_version
                           or (excluded.connection_version = sampled_connection.connection_version
                               and sampled_connection.state = 'active')""")
                        .param("tenant", tenantId)
                        .param("connection", event.connectionId())
                        .param("provider", event.provider())
                        .param("version", event.connectionVersion())
                        .param("sample", event.sampleVersion())
                        .param("account", event.account().id())
                        .param("scopes", understood(event.scopes()).toArray(String[]::new))
                        .update()
                > 0;
    }

    /** A provider may grant in other words than it was asked in: then it is not known what was left out. */
    private static List<String> understood(Scopes scopes) {
        return Collections.disjoint(scopes.requested(), scopes.granted()) ? List.of() : scopes.granted();
    }

    /** The provider of an active connection of this version. */
    Optional<String> requested(UUID connectionId, long connectionVersion, long sampleVersion) {
        return jdbc.sql("""
                        update sampled_connection set sample_version = greatest(sample_version, :sample)
                        where connection_id = :connection and connection_version = :version and state <> 'disconnected'
                        returning provider""")
                .param("connection", connectionId)
                .param("version", connectionVersion)
                .param("sample", sampleVersion)
                .query(String.class)
                .optional();
    }

    void reauthRequired(UUID connectionId, long connectionVersion) {
        jdbc.sql("""
                        update sampled_connection set state = 'reauth_required'
                        where connection_id = ? and connection_version = ? and state = 'active'""").params(connectionId, connectionVersion).update();
    }

    /** Whether the connection ended with this event. What a user ended is forgotten at once. */
    boolean disconnected(String tenantId, ProviderDisconnected event) {
        boolean ended = jdbc.sql("""
                        insert into sampled_connection (tenant_id, connection_id, provider, connection_version, state,
                            sample_version)
                        values (:tenant, :connection, :provider, :version, 'disconnected', 0)
                        on conflict (connection_id) do update set connection_version = excluded.connection_version,
                            state = 'disconnected'
                        where excluded.connection_version >= sampled_connection.connection_version""")
                        .param("tenant", tenantId)
                        .param("connection", event.connectionId())
                        .param("provider", event.provider())
                        .param("version", event.connectionVersion())
                        .update()
                > 0;
        if (ended && event.reason() != DisconnectReason.PROVIDER) {
            jdbc.sql("delete from tenant_sample_data where connection_id = ?")
                    .param(event.connectionId())
                    .update();
        }
        return ended;
    }

    /** Forgets everything of the tenant whose transaction this is. */
    void erase() {
        jdbc.sql("delete from tenant_sample_data").update();
        jdbc.sql("delete from sampling_page").update();
        jdbc.sql("delete from sampling_job").update();
        jdbc.sql("delete from tenant_connector").update();
        jdbc.sql("update sampled_connection set state = 'disconnected'").update();
    }
}
