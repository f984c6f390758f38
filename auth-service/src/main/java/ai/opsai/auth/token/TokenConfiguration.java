package ai.opsai.auth.token;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.vault.Refreshed;
import ai.opsai.auth.vault.Refresher;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final Duration LONGEST_REFRESH = Duration.ofSeconds(60);

    @Bean
    Registrations registrations(PublicAddress address) {
        return new Registrations(address);
    }

    @Bean
    TokenEndpoint tokenEndpoint(OutboundHttp http, Registrations registrations, Clock clock) {
        return new TokenEndpoint(new TokenClients(http), registrations, clock);
    }

    /** Nobody watches a refresh, and a refresh token may be spent with its answer: it is waited for as long as can be. */
    @Bean(defaultCandidate = false)
    @Qualifier("patient")
    OutboundHttp patientHttp(OutboundPolicy policy) {
        return OutboundHttp.guarded(policy.withTimes(LONGEST_REFRESH, LONGEST_REFRESH, LONGEST_REFRESH));
    }

    @Bean
    Refresher refresher(@Qualifier("patient") OutboundHttp patient, Registrations registrations, Clock clock) {
        TokenEndpoint endpoint = new TokenEndpoint(new TokenClients(patient), registrations, clock);
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
