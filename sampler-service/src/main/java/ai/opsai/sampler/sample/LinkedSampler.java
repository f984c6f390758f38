package ai.opsai.sampler.sample;

import ai.opsai.events.SamplePurpose;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.Pause;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.token.Tokens;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the sample of one order. What it reads is stored page by page, so that the same order in another process goes
 * on where this one stopped.
 */
final class LinkedSampler {

    /** Of ten requests, so many for the first sample: the rest is for what tools connected later bring. */
    private static final int FIRST_TENTHS = 8;

    private final StreamReader reader;
    private final Tokens tokens;
    private final Samples samples;
    private final Clock clock;

    LinkedSampler(OutboundHttp http, Tokens tokens, Samples samples, Clock clock) {
        this.reader = new StreamReader(http, Pause.sleeping(), clock);
        this.tokens = tokens;
        this.samples = samples;
        this.clock = clock;
    }

    /** The rows, and the requests they took since the connection's last full sample. */
    record Result(Map<String, Collected> entities, int requests) {}

    /** @throws SampleRefused when there is nothing to show for it */
    Result sample(SampleOrder order, SampledProvider provider, Surroundings surroundings) {
        EarlierSample earlier = order.purpose() == SamplePurpose.LINK
                ? samples.earlier(order).orElse(EarlierSample.NONE)
                : EarlierSample.NONE;
        Pages pages = surroundings.pages();
        var budget = new RequestBudget(limit(provider, earlier), pages.requests(), surroundings.pace());
        var access = new Access(tokens, order, clock);
        access.open();
        var run = new RunContext(
                order,
                provider,
                samples.granted(order),
                new LinkedHashMap<>(),
                new StoredReads(reader, access, pages, surroundings.lane(), budget),
                budget,
                surroundings.progress(),
                surroundings.deadline());
        if (earlier.isEmpty()) {
            var labels = new FieldLabels(run);
            labels.discover();
            new RecentRows(run).collect();
            labels.describe();
            refuseWhereAllFailed(run.entities());
        } else {
            earlier.into(run);
        }
        new LinkedRows(run, clock).collect(samples.seeds(order));
        return new Result(PartedEntities.of(provider, run.entities()), earlier.requests() + budget.used());
    }

    /** A linking run takes two thirds of what is left, so that there is something for the next, however many come. */
    private static int limit(SampledProvider provider, EarlierSample earlier) {
        return earlier.isEmpty()
                ? Math.ceilDiv(provider.requests() * FIRST_TENTHS, 10)
                : Math.max(0, Math.ceilDiv((provider.requests() - earlier.requests()) * 2, 3));
    }

    private static void refuseWhereAllFailed(Map<String, Collected> entities) {
        boolean anything = entities.values().stream().anyMatch(entity -> entity.problem() == null);
        if (anything || entities.isEmpty()) {
            return;
        }
        var first = Objects.requireNonNull(entities.values().iterator().next().problem());
        throw new SampleRefused(ProblemCode.ofWire(first.code()), first.message());
    }
}
