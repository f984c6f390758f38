package ai.opsai.auth.connection;

import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.auth.token.Revocation;
import ai.opsai.auth.vault.Vault;
import ai.opsai.platform.metrics.CommittedCounts;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.IdGenerator;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    Connections connections(JdbcClient jdbc, LiveEvents live, Clock clock, IdGenerator ids, CommittedCounts counts) {
        var stored = new Connections.Stored(new ConnectionRows(jdbc), new SampleStateRows(jdbc));
        return new Connections(stored, live, clock, ids, counts);
    }

    @Bean
    Activation activation(
            TenantWork work, Connections connections, Vault vault, Operations operations, Publisher publisher) {
        return new Activation(work, connections, vault, operations, publisher);
    }

    @Bean
    Disconnects.Consequences consequences(
            Publisher publisher, List<Ending> endings, Vault vault, Revocation revocation, Catalogue catalogue) {
        return new Disconnects.Consequences(publisher, endings, vault, revocation, catalogue);
    }

    @Bean
    Disconnects disconnects(
            TenantWork work,
            Connections connections,
            Operations operations,
            Disconnects.Consequences consequences,
            Clock clock) {
        return new Disconnects(work, connections, operations, consequences, clock);
    }

    @Bean
    Reauthentication reauthentication(TenantWork work, Connections connections, Publisher publisher, Clock clock) {
        return new Reauthentication(work, connections, publisher, clock);
    }
}
