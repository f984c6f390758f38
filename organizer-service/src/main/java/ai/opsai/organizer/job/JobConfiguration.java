package ai.opsai.organizer.job;

import ai.opsai.platform.background.JobMeters;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says which database it is instead of asking it, so that the service starts also while the database is away. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    JobMeters jobMeters(JdbcClient jdbc) {
        return new JobMeters(jdbc);
    }

    @Bean
    DbSchedulerCustomizer onPostgres() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return Optional.of(new PostgreSqlJdbcCustomization(false, false));
            }
        };
    }
}
