package ai.opsai.auth.webhook;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    WebhookController.Proof webhookProof(
            Environment environment, TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        return new WebhookController.Proof(
                new Secrets(environment::getProperty),
                new Signatures(clock),
                new Deliveries(transactions, jdbc, clock));
    }
}
