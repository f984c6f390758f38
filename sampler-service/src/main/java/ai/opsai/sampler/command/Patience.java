package ai.opsai.sampler.command;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.FullRead;
import ai.opsai.sampler.connector.Pause;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.ProviderThrottled;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/** Waits as long as a provider asks, within reason, and says so. */
record Patience(Clock clock, PrintStream err) implements FullRead.Throttling {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Override
    public void await(ProviderThrottled asked) {
        Duration wait = Duration.between(clock.instant(), asked.retryAt());
        if (wait.compareTo(LONGEST) > 0) {
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_RATE_LIMITED, "The provider asks to wait until " + asked.retryAt() + ".");
        }
        if (wait.isPositive()) {
            err.println("The provider asks to slow down; going on at " + asked.retryAt());
            Pause.sleeping().of(wait);
        }
    }
}
