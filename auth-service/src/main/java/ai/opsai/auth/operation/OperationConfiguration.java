package ai.opsai.auth.operation;

import ai.opsai.auth.live.LiveEvents;
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
    Operations operations(JdbcClient jdbc, LiveEvents live, Clock clock, IdGenerator ids, JsonMapper json) {
        return new Operations(
                new Operations.Stored(new OperationRows(jdbc), new Timelines(jdbc)), live, clock, ids, json);
    }

    @Bean
    Idempotency idempotency(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        return new Idempotency(transactions, jdbc, clock);
    }
}
