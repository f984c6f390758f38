package ai.opsai.auth.operation;

import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.platform.metrics.CommittedCounts;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class OperationConfiguration {

    @Bean
    Operations operations(Operations.Stored stored, LiveEvents live, Clock clock, IdGenerator ids, JsonMapper json) {
        return new Operations(stored, live, clock, ids, json);
    }

    @Bean
    Operations.Stored storedOperations(JdbcClient jdbc, CommittedCounts counts) {
        return new Operations.Stored(new OperationRows(jdbc), new Timelines(jdbc), counts);
    }

    @Bean
    Idempotency idempotency(
            TenantTransactions transactions, JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        return new Idempotency(transactions, jdbc, sealing, json, clock);
    }
}
