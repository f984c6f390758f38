package ai.opsai.platform.background;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many durable jobs are due and since when, whoever is to do them. Asked when somebody reads the meters. */
public final class JobMeters implements MeterBinder {

    private static final String DUE =
            "select count(*) from scheduled_tasks where execution_time <= now() and not picked";
    private static final String AGE = """
            select coalesce(extract(epoch from now() - min(execution_time)), 0) from scheduled_tasks
            where execution_time <= now() and not picked""";

    private final JdbcClient jdbc;

    public JobMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("opsai.jobs.due", () -> number(DUE))
                .description("Durable jobs whose time has come and that nobody works on yet")
                .register(meters);
        Gauge.builder("opsai.jobs.age", () -> number(AGE))
                .baseUnit("seconds")
                .description("How long the job that is due longest has waited")
                .register(meters);
    }

    private double number(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }
}
