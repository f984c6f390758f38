package ai.opsai.sampler.sample;

import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.ProgressPublisher;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.analysis.Metrics;
import ai.opsai.sampler.analysis.SampleAnalysis;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.provider.SampledProviders;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries an order out: collects, finishes, publishes. Every order ends with one SampleCollected or one final SampleFailed,
 * unless its connection ended or a newer order came first. Safe to run again after a crash at any point.
 */
public final class Sampling {

    private static final Logger log = LoggerFactory.getLogger(Sampling.class);

    private final SampledProviders providers;
    private final LinkedSampler sampler;
    private final SamplePublication publication;
    private final SamplingParts parts;
    private final Clock clock;

    Sampling(
            SampledProviders providers,
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

    /** What an order needs besides the provider: its stored pages, its live progress and its limit of bytes. */
    record SamplingParts(
            TenantTransactions transactions,
            JdbcClient jdbc,
            ProgressPublisher progress,
            EventFactory events,
            Finishing finishing) {

        Pages pages(SampleOrder order) {
            return new JdbcPages(transactions, jdbc, order);
        }

        Progress progress(SampleOrder order) {
            return new PublishedProgress(progress, events, order);
        }
    }

    /** What the job is to do next. */
    public sealed interface Outcome {

        record Ended() implements Outcome {}

        record Again(Instant at) implements Outcome {}
    }

    /** @param deadline after which a wait is no longer worth it */
    public Outcome carryOut(SampleOrder order, Instant deadline) {
        try {
            collect(order);
            return new Outcome.Ended();
        } catch (Superseded e) {
            log.info("The sample of {} is no longer wanted", order.provider());
            return new Outcome.Ended();
        } catch (SampleRefused e) {
            return failed(order, e.code(), e.sentence());
        } catch (ProviderThrottled e) {
            return throttled(order, e.retryAt(), deadline);
        } catch (TokenUnavailable e) {
            return e.retryAt().isBefore(deadline)
                    ? new Outcome.Again(e.retryAt())
                    : failed(
                            order,
                            ProblemCode.UNAVAILABLE,
                            "The token of this connection could not be fetched. Try again later.");
        }
    }

    /** Ends an order whose run keeps failing for reasons of our own. */
    public void giveUp(SampleOrder order) {
        failed(
                order,
                ProblemCode.INTERNAL_ERROR,
                "The sample could not be made because of an error on our side. Try again later.");
    }

    private void collect(SampleOrder order) {
        SampledProvider provider = providers
                .find(order.provider())
                .orElseThrow(() -> new SampleRefused(
                        ProblemCode.UNKNOWN_PROVIDER, "There is no connector for " + order.provider() + "."));
        LinkedSampler.Result result = sampler.sample(order, provider, parts.pages(order), parts.progress(order));
        List<FinishedEntity> entities = parts.finishing().finish(provider, result.entities());
        var rows = Sample.rowsOf(entities);
        var sample = new Sample(
                order,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                entities,
                new Metrics(clock).of(provider.metrics(), rows),
                new SampleAnalysis(clock).of(provider.hints(), rows),
                result.requests());
        if (publication.publish(sample)) {
            log.info(
                    "✅ Collected sample data for {}: {} rows of {} entities with {} requests",
                    order.provider(),
                    sample.rowCount(),
                    entities.size(),
                    result.requests());
        }
    }

    private Outcome throttled(SampleOrder order, Instant retryAt, Instant deadline) {
        if (retryAt.isAfter(deadline)) {
            return failed(
                    order,
                    ProblemCode.PROVIDER_RATE_LIMITED,
                    "The provider kept asking to slow down. Try again when its rate limit has reset.");
        }
        log.info("{} asks to slow down; going on at {}", order.provider(), retryAt);
        publication.waiting(
                order,
                ProblemCode.PROVIDER_RATE_LIMITED,
                "The provider asks to slow down; this goes on by itself.",
                retryAt);
        return new Outcome.Again(retryAt);
    }

    private Outcome failed(SampleOrder order, ProblemCode code, String sentence) {
        log.warn("No sample of {}: {} {}", order.provider(), code.wire(), sentence);
        publication.fail(order, code, sentence);
        return new Outcome.Ended();
    }
}
