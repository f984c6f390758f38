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

    /** A linking run may always ask a little, also where the first run used its budget up. */
    private static final int LEAST_FOR_LINKS = 25;

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
        int limit = earlier.isEmpty()
                ? provider.requests()
                : Math.max(LEAST_FOR_LINKS, provider.requests() - earlier.requests());
        Pages pages = surroundings.pages();
        var budget = new RequestBudget(limit, pages.requests(), surroundings.pace());
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

    private static void refuseWhereAllFailed(Map<String, Collected> entities) {
        boolean anything = entities.values().stream().anyMatch(entity -> entity.problem() == null);
        if (anything || entities.isEmpty()) {
            return;
        }
        var first = Objects.requireNonNull(entities.values().iterator().next().problem());
        throw new SampleRefused(ProblemCode.ofWire(first.code()), first.message());
    }
}
