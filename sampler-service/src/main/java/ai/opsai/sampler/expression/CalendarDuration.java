package ai.opsai.sampler.expression;

import java.time.Duration;

/** A duration with months, whose length depends on the date it is added to. */
record CalendarDuration(long months, Duration rest) {

    CalendarDuration negated() {
        return new CalendarDuration(-months, rest.negated());
    }
}
