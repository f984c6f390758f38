package ai.opsai.auth.token;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.vault.Refreshed;
import ai.opsai.auth.vault.Refresher;
import ai.opsai.platform.outbound.OutboundHttp;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    Registrations registrations(PublicAddress address) {
        return new Registrations(address);
    }

    @Bean
    TokenEndpoint tokenEndpoint(OutboundHttp http, Registrations registrations, Clock clock) {
        return new TokenEndpoint(new TokenClients(http), registrations, clock);
    }

    @Bean
    Refresher refresher(TokenEndpoint endpoint) {
        return (provider, access, refresh) -> switch (endpoint.refresh(provider, access, refresh)) {
            case TokenAnswer.Given given -> new Refreshed.Given(given.tokens());
            case TokenAnswer.Refused refused -> new Refreshed.Refused(refused.reason());
            case TokenAnswer.Unavailable unavailable -> new Refreshed.Unanswered(unavailable.reason());
        };
    }

    @Bean
    IdTokens idTokens(OutboundHttp http, Clock clock) {
        return new IdTokens(http, clock);
    }

    @Bean
    Revocation revocation(OutboundHttp http, JsonMapper json) {
        return new Revocation(http, json);
    }
}
