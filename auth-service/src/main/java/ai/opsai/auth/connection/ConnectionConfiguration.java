package ai.opsai.auth.connection;

import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.auth.token.Revocation;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.auth.vault.Vault;
import ai.opsai.platform.background.BackgroundLoop;
import ai.opsai.platform.metrics.CommittedCounts;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    private static final Duration LOOK = Duration.ofMillis(500);

    @Bean
    Connections connections(
            Connections.Stored stored, LiveEvents live, Clock clock, IdGenerator ids, CommittedCounts counts) {
        return new Connections(stored, live, clock, ids, counts);
    }

    @Bean
    Connections.Stored storedConnections(JdbcClient jdbc, AccountIndex accounts) {
        return new Connections.Stored(new ConnectionRows(jdbc), new SampleStateRows(jdbc), accounts);
    }

    @Bean
    AccountIndex accountIndex(TenantTransactions transactions, JdbcClient jdbc, Sealing sealing, JsonMapper json) {
        return new AccountIndex(transactions, jdbc, sealing, json);
    }

    @Bean
    ProviderEnds providerEnds(
            TenantWork work, Callbacks.Endings endings, Publisher publisher, Vault vault, Clock clock) {
        return new ProviderEnds(work, endings, publisher, vault, clock);
    }

    @Bean
    Activation activation(
            TenantWork work,
            Connections connections,
            RevocationJobs revocations,
            Vault vault,
            Activation.Telling telling) {
        return new Activation(work, connections, revocations, vault, telling);
    }

    @Bean
    Activation.Telling telling(Operations operations, Publisher publisher) {
        return new Activation.Telling(operations, publisher);
    }

    @Bean
    Disconnects.Consequences consequences(Publisher publisher, List<Ending> endings, RevocationJobs revocations) {
        return new Disconnects.Consequences(publisher, endings, revocations);
    }

    @Bean
    RevocationJobs revocationJobs(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        return new RevocationJobs(transactions, jdbc, clock);
    }

    @Bean
    Revocations.Granted granted(Vault vault, Revocation revocation, Catalogue catalogue) {
        return new Revocations.Granted(vault, revocation, catalogue);
    }

    @Bean
    BackgroundLoop revocationLoop(
            RevocationJobs jobs, TenantWork work, Connections connections, Revocations.Granted granted, Clock clock) {
        Revocations revocations = new Revocations(jobs, work, connections, granted, clock);
        return BackgroundLoop.whileBusy("revocations", LOOK, revocations::tryNext);
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
