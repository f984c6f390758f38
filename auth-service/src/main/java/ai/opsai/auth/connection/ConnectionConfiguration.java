package ai.opsai.auth.connection;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.IdentityLookup;
import ai.opsai.auth.token.Registrations;
import ai.opsai.auth.token.Revocation;
import ai.opsai.auth.token.Sealing;
import ai.opsai.auth.token.TokenEndpoint;
import ai.opsai.auth.token.Vault;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.Outbox;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    Connections connections(JdbcClient jdbc, LiveEvents live, Clock clock, IdGenerator ids) {
        return new Connections(new ConnectionRows(jdbc), live, clock, ids);
    }

    @Bean
    Activation.Publishing publishing(EventFactory events, Outbox outbox) {
        return new Activation.Publishing(events, outbox);
    }

    @Bean
    Activation activation(
            TenantWork work,
            Connections connections,
            Vault vault,
            Operations operations,
            Activation.Publishing publishing) {
        return new Activation(work, connections, vault, operations, publishing);
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

    @Bean
    WaitingTokensLoop waitingTokensLoop(WaitingTokens waiting) {
        return new WaitingTokensLoop(waiting);
    }

    @Bean
    ConnectStarts connectStarts(
            TenantWork work, Connections connections, Operations operations, Tickets tickets, PublicAddress address) {
        return new ConnectStarts(work, connections, operations, tickets, address);
    }

    @Bean
    Tickets tickets(JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        return new Tickets(jdbc, sealing, json, clock);
    }

    @Bean
    AuthorizationRequests authorizationRequests(
            Catalogue catalogue, Registrations registrations, FlowRequests repository) {
        return new AuthorizationRequests(catalogue, registrations, repository);
    }

    @Bean
    FlowRequests flowRequests(JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock, PublicAddress address) {
        return new FlowRequests(new Flows(jdbc, sealing, json, clock), address);
    }

    @Bean
    CodeExchange codeExchange(
            Catalogue catalogue,
            Registrations registrations,
            TokenEndpoint endpoint,
            IdentityLookup identities,
            Activation activation) {
        return new CodeExchange(catalogue, registrations, endpoint, identities, activation);
    }

    @Bean
    Callbacks callbacks(
            AuthorizationRequests requests,
            CodeExchange exchange,
            TenantWork work,
            Callbacks.Endings endings,
            PublicAddress address) {
        return new Callbacks(requests, exchange, work, endings, new ReturnTo(address));
    }

    @Bean
    Callbacks.Endings endings(Connections connections, Operations operations) {
        return new Callbacks.Endings(connections, operations);
    }

    @Bean
    Disconnects.Consequences consequences(
            Activation.Publishing publishing,
            List<Ending> endings,
            Vault vault,
            Revocation revocation,
            Catalogue catalogue) {
        return new Disconnects.Consequences(publishing, endings, vault, revocation, catalogue);
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
    Expiry expiry(TenantWork work, Connections connections, Operations operations, Clock clock) {
        return new Expiry(work, connections, operations, clock);
    }

    @Bean
    Reauthentication reauthentication(
            TenantWork work, Connections connections, Activation.Publishing publishing, Clock clock) {
        return new Reauthentication(work, connections, publishing, clock);
    }
}
