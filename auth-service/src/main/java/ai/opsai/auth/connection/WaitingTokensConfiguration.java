package ai.opsai.auth.connection;

import ai.opsai.auth.connector.OwnConnectors;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.IdentityLookup;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.auth.vault.Vault;
import ai.opsai.platform.background.BackgroundLoop;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WaitingTokensConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    OwnConnections ownConnections(
            OwnConnectors connectors,
            TenantWork work,
            Connections connections,
            Activation activation,
            IdGenerator ids) {
        return new OwnConnections(connectors, work, connections, activation, ids);
    }

    @Bean
    PastedTokens pastedTokens(IdentityLookup identities, Activation activation, WaitingTokens waiting) {
        return new PastedTokens(identities, activation, waiting);
    }

    @Bean
    WaitingTokens waitingTokens(
            WaitingTokens.Keeping keeping,
            WaitingTokens.Asking asking,
            Activation activation,
            IdentityRetries retries,
            Clock clock) {
        return new WaitingTokens(keeping, asking, activation, retries, clock);
    }

    @Bean
    WaitingTokens.Keeping keeping(
            TenantWork work, Connections connections, Operations operations, Vault vault, IdGenerator ids) {
        return new WaitingTokens.Keeping(work, connections, operations, vault, ids);
    }

    @Bean
    WaitingTokens.Asking identityAsking(Catalogue catalogue, IdentityLookup identities) {
        return new WaitingTokens.Asking(catalogue, identities);
    }

    @Bean
    IdentityRetries identityRetries(
            TenantTransactions transactions, JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        return new IdentityRetries(transactions, jdbc, sealing, json, clock);
    }

    /** Every second for waiting tokens that are due; with several replicas each is tried by one. */
    @Bean
    BackgroundLoop waitingTokensLoop(WaitingTokens waiting) {
        return BackgroundLoop.whileBusy("waiting-tokens", LOOK, waiting::tryNext);
    }
}
