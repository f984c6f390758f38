package ai.opsai.platform.problem;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What a service imports to answer every error as a problem, limit bodies and carry correlation ids. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    private static final long MAX_BODY = 1024L * 1024;

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemHandler problemHandler(Clock clock) {
        return new ProblemHandler(clock);
    }

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(ProblemWriter problems) {
        return new BodyLimitFilter(MAX_BODY, problems);
    }
}
