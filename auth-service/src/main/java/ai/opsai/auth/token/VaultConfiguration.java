package ai.opsai.auth.token;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.tenancy.ServiceDatabase;
import ai.opsai.platform.tenancy.TenantTransactions;
import com.google.crypto.tink.Aead;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Sealing sealing(Environment environment) {
        String file = environment.getProperty("opsai.vault.keyset-file");
        Aead keys = VaultKeyset.load(file == null || file.isBlank() ? null : Path.of(file));
        return new Sealing(keys);
    }

    @Bean
    Registrations registrations(PublicAddress address) {
        return new Registrations(address);
    }

    @Bean
    TokenEndpoint tokenEndpoint(OutboundHttp http, Registrations registrations, Clock clock) {
        OAuth2AccessTokenResponseHttpMessageConverter answers = new OAuth2AccessTokenResponseHttpMessageConverter();
        answers.setAccessTokenResponseConverter(TokenAnswers::convert);
        RestClient rest = RestClient.builder()
                .requestFactory(new OutboundRequests(http))
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(answers))
                .defaultStatusHandler(new EndpointErrors())
                .build();
        return new TokenEndpoint(rest, registrations, clock);
    }

    @Bean
    Revocation revocation(OutboundHttp http, JsonMapper json) {
        return new Revocation(http, json);
    }

    /** Its pool logs in as the vault's own role: no other code of this service can read a token's row. */
    @Bean
    VaultDatabase vaultDatabase(ServiceDatabase database) {
        return new VaultDatabase(database.pool("opsai_vault", 6));
    }

    @Bean
    Vault vault(VaultDatabase database, Sealing sealing, Catalogue catalogue, TokenEndpoint endpoint, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database.pool());
        TenantTransactions transactions = new TenantTransactions(new JdbcTransactionManager(database.pool()), jdbc);
        return new Vault(transactions, new SecretRows(jdbc, sealing), catalogue, endpoint, clock);
    }
}
