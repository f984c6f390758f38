package ai.opsai.sampler.sample;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** Counts what is asked of providers, what they say to it, and which budgets end a read. */
final class SamplingMeters {

    private static final String PROVIDER = "provider";

    private final MeterRegistry meters;

    SamplingMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void request(String provider) {
        meters.counter("opsai.provider.requests", PROVIDER, provider).increment();
    }

    /** A request had to wait for its turn. */
    void waited(String provider, Duration wait) {
        meters.timer("opsai.provider.waits", PROVIDER, provider).record(wait);
    }

    /** The provider asked for a pause. */
    void held(String provider, Duration pause) {
        meters.timer("opsai.provider.holds", PROVIDER, provider).record(pause);
    }

    void cut(String provider, Limit limit) {
        String budget = limit.name().toLowerCase(Locale.ROOT);
        meters.counter("opsai.sampling.budgets.spent", PROVIDER, provider, "budget", budget)
                .increment();
    }
}
