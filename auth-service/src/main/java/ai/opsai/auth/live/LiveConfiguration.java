package ai.opsai.auth.live;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    Changes changes() {
        return new Changes();
    }

    @Bean
    TenantWork tenantWork(TenantTransactions transactions, JdbcClient jdbc, Changes changes) {
        return new TenantWork(transactions, jdbc, changes);
    }

    @Bean
    LiveEvents liveEvents(JdbcClient jdbc, Clock clock) {
        return new LiveEvents(jdbc, clock);
    }
}
