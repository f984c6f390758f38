package ai.opsai.auth.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.vault.MutableClock;
import ai.opsai.local.stack.Stack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class UsedAssertionsIT {

    private final MutableClock clock = new MutableClock();

    @Test
    void aStatementWorksOnceAndIsForgottenWhenNoClockTakesItAnyMore() throws SQLException {
        try (Connection connection = Stack.shared()
                .createDatabase("assertions")
                .migrate("connections", Path.of("src/main/resources/db/migration"))
                .connect("opsai_auth")) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            connection.setSchema("connections");
            UsedAssertions used = new UsedAssertions(jdbc, clock);

            assertThat(use(used)).isTrue();
            assertThat(use(used)).isFalse();
            assertThat(used.firstUse("organizer", "jti", clock.instant())).isTrue();

            clock.advance(Duration.ofMinutes(2));
            used.forgetExpired();
            assertThat(jdbc.sql("select issuer from used_assertion")
                            .query(String.class)
                            .list())
                    .containsExactly("sampler");

            clock.advance(Duration.ofSeconds(1));
            used.forgetExpired();
            assertThat(jdbc.sql("select count(*) from used_assertion")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private boolean use(UsedAssertions used) {
        return used.firstUse("sampler", "jti", clock.instant().plus(Duration.ofMinutes(1)));
    }
}
