package ai.opsai.sampler.own;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.provider.SampledProviders;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the connectors of tenants. */
@Configuration(proxyBeanMethods = false)
class OwnConfiguration {

    @Bean
    OwnConnectors ownConnectors(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        return new OwnConnectors(transactions, jdbc, clock);
    }

    @Bean
    TenantProviders tenantProviders(SampledProviders providers, OwnConnectors own) {
        return new TenantProviders(providers, own);
    }

    @Bean
    Trial trial(OutboundHttp http, Clock clock) {
        return new Trial(http, clock);
    }
}
