package ai.opsai.auth.connection.web;

import ai.opsai.auth.connection.AuthorizationRequests;
import ai.opsai.auth.connection.Callbacks;
import ai.opsai.auth.connection.ConnectStarts;
import ai.opsai.auth.connection.Disconnects;
import ai.opsai.auth.connection.OwnConnections;
import ai.opsai.auth.connection.PastedTokens;
import ai.opsai.auth.operation.Idempotency;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionWebConfiguration {

    @Bean
    ConnectionsController.Ways ways(
            ConnectStarts starts,
            PastedTokens pasted,
            OwnConnections own,
            Disconnects disconnects,
            Idempotency idempotency) {
        return new ConnectionsController.Ways(starts, pasted, own, disconnects, idempotency);
    }

    @Bean
    FlowController.Passage passage(AuthorizationRequests out, Callbacks back) {
        return new FlowController.Passage(out, back);
    }
}
