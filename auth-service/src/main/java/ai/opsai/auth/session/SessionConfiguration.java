package ai.opsai.auth.session;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class SessionConfiguration {

    @Bean
    SessionCookie sessionCookie(PublicAddress address) {
        return new SessionCookie(address);
    }

    @Bean
    BrowserSessions.Sealed sealedCallers(Sealing sealing, JsonMapper json) {
        return new BrowserSessions.Sealed(sealing, json);
    }

    @Bean
    BrowserSessions browserSessions(
            TenantTransactions transactions,
            JdbcClient jdbc,
            BrowserSessions.Sealed sealed,
            SessionSettings settings,
            Clock clock) {
        return new BrowserSessions(transactions, jdbc, sealed, settings, clock);
    }

    @Bean
    SessionContexts sessionContexts(BrowserSessions sessions, SessionCookie cookie) {
        return new SessionContexts(sessions, cookie);
    }

    @Bean
    SessionCsrf sessionCsrf(SessionCookie cookie) {
        return new SessionCsrf(cookie);
    }
}
