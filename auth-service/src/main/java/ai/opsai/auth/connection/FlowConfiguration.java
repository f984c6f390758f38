package ai.opsai.auth.connection;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.IdentityLookup;
import ai.opsai.auth.token.IdTokens;
import ai.opsai.auth.token.Registrations;
import ai.opsai.auth.token.TokenEndpoint;
import ai.opsai.auth.vault.Sealing;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

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
            Catalogue catalogue, Registrations registrations, CodeExchange.Proof proof, Activation activation) {
        return new CodeExchange(catalogue, registrations, proof, activation);
    }

    @Bean
    CodeExchange.Proof exchangeProof(TokenEndpoint endpoint, IdTokens idTokens, IdentityLookup identities) {
        return new CodeExchange.Proof(endpoint, idTokens, identities);
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
    Expiry expiry(TenantWork work, Connections connections, Operations operations, Clock clock) {
        return new Expiry(work, connections, operations, clock);
    }
}
