package ai.opsai.auth.reading;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.connector.OwnConnectors;
import ai.opsai.auth.part.Parts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    TenantConnectors tenantConnectors(Tenants tenants, OwnConnectors connectors) {
        return new TenantConnectors(tenants, connectors);
    }

    @Bean
    Passing passing(Tenants tenants, Parts parts) {
        return new Passing(tenants, parts);
    }
}
