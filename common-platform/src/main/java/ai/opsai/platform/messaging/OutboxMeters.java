package ai.opsai.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much waits in the outbox and since when. Asked of the database when somebody reads the meters. */
final class OutboxMeters implements MeterBinder {

    private static final String WAITING = "select count(*) from outbox where parked_reason is null";
    private static final String PARKED = "select count(*) from outbox where parked_reason is not null";
    private static final String AGE = """
            select coalesce(extract(epoch from now() - min(appended_at)), 0) from outbox
            where parked_reason is null""";

    private final JdbcClient jdbc;

    OutboxMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("opsai.outbox.rows", () -> number(WAITING))
                .description("Events that are committed and not sent yet")
                .register(meters);
        Gauge.builder("opsai.outbox.parked", () -> number(PARKED))
                .description("Events that can't be sent; each holds back the later ones of its tenant")
                .register(meters);
        Gauge.builder("opsai.outbox.age", () -> number(AGE))
                .baseUnit("seconds")
                .description("How long the oldest event has waited to be sent")
                .register(meters);
    }

    private double number(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }
}
