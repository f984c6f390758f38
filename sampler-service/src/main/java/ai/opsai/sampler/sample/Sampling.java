package ai.opsai.sampler.sample;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.analysis.Metrics;
import ai.opsai.sampler.analysis.SampleAnalysis;
import ai.opsai.sampler.analysis.TestRows;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.own.TenantProviders;
import ai.opsai.sampler.provider.SampledProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries an order out: collects, finishes, publishes. Every order ends with one SampleCollected or one final SampleFailed,
 * unless its connection ended or a newer order came first. Safe to run again after a crash at any point.
 */
public final class Sampling {

    private static final Logger log = LoggerFactory.getLogger(Sampling.class);

    private final TenantProviders providers;
    private final LinkedSampler sampler;
    private final SamplePublication publication;
    private final SamplingParts parts;
    private final Clock clock;

    Sampling(
            TenantProviders providers,
            LinkedSampler sampler,
            SamplePublication publication,
            SamplingParts parts,
            Clock clock) {
        this.providers = providers;
        this.sampler = sampler;
        this.publication = publication;
        this.parts = parts;
        this.clock = clock;
    }

    /** What an order needs besides the provider. */
    record SamplingParts(Runs runs, Finishing finishing, SamplingMeters meters) {}

    /** What the job is to do next. */
    public sealed interface Outcome {

        record Ended() implements Outcome {}

        record Again(Instant at) implements Outcome {}
    }

    public Outcome carryOut(Turn turn) {
        try {
            collect(turn);
            return new Outcome.Ended();
        } catch (Superseded e) {
            log.info("The sample of {} is no longer wanted", turn.order().provider());
            publication.abandon(turn);
            return new Outcome.Ended();
        } catch (SampleRefused e) {
            return failed(turn, e.code(), e.sentence());
        } catch (ProviderThrottled e) {
            return throttled(turn, e.retryAt());
        } catch (TokenUnavailable e) {
            return withoutToken(turn, e.retryAt());
        }
    }

    /** Ends an order whose run keeps failing for reasons of our own. */
    public void giveUp(Turn turn) {
        failed(
                turn,
                ProblemCode.INTERNAL_ERROR,
                "The sample could not be made because of an error on our side. Try again later.");
    }

    private void collect(Turn turn) {
        SampleOrder order = turn.order();
        SampledProvider provider = providers
                .find(order.tenantId(), order.provider())
                .orElseThrow(() -> new SampleRefused(
                        ProblemCode.UNKNOWN_PROVIDER, "There is no connector for " + order.provider() + "."));
        LinkedSampler.Result result =
                sampler.sample(order, provider, parts.runs().surroundings(turn, provider));
        result.entities().values().stream()
                .map(Collected::limit)
                .filter(Objects::nonNull)
                .forEach(limit -> parts.meters().cut(provider.id(), limit));
        List<FinishedEntity> entities = parts.finishing().finish(provider, result.entities());
        TestRows rows = TestRows.of(provider.testMode(), Sample.rowsOf(entities), clock);
        var sample = new Sample(
                order,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                entities,
                new Metrics(clock).of(provider.metrics(), rows.live()),
                new SampleAnalysis(clock).of(provider.hints(), rows),
                result.requests());
        if (publication.publish(turn, sample)) {
            log.info(
                    "✅ Collected sample data for {}: {} rows of {} entities with {} requests",
                    order.provider(),
                    sample.rowCount(),
                    entities.size(),
                    result.requests());
        }
    }

    private Outcome throttled(Turn turn, Instant retryAt) {
        if (retryAt.isAfter(turn.deadline())) {
            return failed(
                    turn,
                    ProblemCode.PROVIDER_RATE_LIMITED,
                    "The provider kept asking to slow down. Try again when its rate limit has reset.");
        }
        log.info("{} asks to slow down; going on at {}", turn.order().provider(), retryAt);
        publication.waiting(
                turn,
                ProblemCode.PROVIDER_RATE_LIMITED,
                "The provider asks to slow down; this goes on by itself.",
                retryAt);
        return new Outcome.Again(retryAt);
    }

    private Outcome withoutToken(Turn turn, Instant retryAt) {
        if (retryAt.isAfter(turn.deadline())) {
            return failed(
                    turn,
                    ProblemCode.UNAVAILABLE,
                    "The token of this connection could not be fetched. Try again later.");
        }
        publication.resting(turn, retryAt);
        return new Outcome.Again(retryAt);
    }

    private Outcome failed(Turn turn, ProblemCode code, String sentence) {
        log.warn("No sample of {}: {} {}", turn.order().provider(), code.wire(), sentence);
        publication.fail(turn, code, sentence);
        return new Outcome.Ended();
    }
}
