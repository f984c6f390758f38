package ai.opsai.auth.handoff;

import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.connection.Reauthentication;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.vault.Vault;
import ai.opsai.platform.assertion.AssertionKeys;
import ai.opsai.platform.assertion.AssertionVerifier;
import ai.opsai.platform.assertion.CallerResolver;
import ai.opsai.platform.background.BackgroundLoop;
import ai.opsai.platform.background.BackgroundLoop.Next;
import ai.opsai.platform.problem.ProblemWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class HandoffConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    @Bean
    InternalPort internalPort(Environment environment, ProblemWriter problems) {
        return new InternalPort(
                environment.getRequiredProperty("opsai.internal.port", Integer.class),
                environment.getProperty("opsai.internal.address", "127.0.0.1"),
                problems);
    }

    @Bean
    UsedAssertions usedAssertions(JdbcClient jdbc, Clock clock) {
        return new UsedAssertions(jdbc, clock);
    }

    @Bean
    AssertionVerifier assertionVerifier(Environment environment, UsedAssertions used, Clock clock) {
        Path trusted = Path.of(environment.getRequiredProperty("opsai.assertion.trusted-keys-file"));
        return new AssertionVerifier("auth", AssertionKeys.trusted(trusted), used, clock);
    }

    @Bean
    BackgroundLoop usedAssertionsLoop(UsedAssertions used) {
        return BackgroundLoop.of("used-assertions", SWEEP, () -> {
            used.forgetExpired();
            return Next.AFTER_PAUSE;
        });
    }

    @Bean
    TokenTrouble tokenTrouble(Clock clock) {
        return new TokenTrouble(clock);
    }

    @Bean
    ConnectionTokens connectionTokens(Vault vault, Catalogue catalogue, Reauthentication reauthentication) {
        return new ConnectionTokens(
                vault, connection -> catalogue.of(connection.provider(), connection.variables()), reauthentication);
    }

    @Bean
    BackgroundLoop renewalLoop(TenantWork work, Connections connections, ConnectionTokens tokens) {
        Renewals renewals = new Renewals(work, connections, tokens);
        return BackgroundLoop.whileBusy("renewals", LOOK, renewals::startNext);
    }

    @Bean
    WebMvcConfigurer callers(AssertionVerifier verifier) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver(verifier));
            }
        };
    }
}
