package ai.opsai.sampler.own;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.problem.Problem.FieldError;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import ai.opsai.sampler.connector.BudgetExhausted;
import ai.opsai.sampler.connector.Pause;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.manifest.Source;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries a configuration before it is kept: it must fit, and open at least one stream of those that the manifest names. */
public final class Trial {

    private static final int MOST_STREAMS = 3;
    private static final int MOST_REQUESTS = 10;

    private final StreamReader reader;
    private final Clock clock;

    Trial(OutboundHttp http, Clock clock) {
        this.reader = new StreamReader(http, Pause.sleeping(), clock);
        this.clock = clock;
    }

    /**
     * The configuration with its usual values and in the form that the streams read, and the only hosts that it leads to.
     *
     * @throws ProblemException that says what does not fit, or what the provider answered instead
     */
    public Tried of(OwnConnector connector, Map<String, @Nullable Object> given) {
        ManifestText text = connector.text();
        Map<String, @Nullable Object> complete = text.completed(given);
        List<FieldError> errors = ConfigCheck.errors(text.spec().schema(), complete);
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, errors.getFirst().message(), null, errors);
        }
        Map<String, @Nullable Object> config = text.connector().configured(complete, clock);
        Set<String> hosts = ConnectorHosts.of(text, config, clock);
        if (hosts.isEmpty()) {
            throw ProblemException.invalid("config", "With this configuration the connector leads to no web address.");
        }
        open(streams(text), OwnAccess.of(config, hosts));
        return new Tried(config, hosts);
    }

    /** A configuration that works. */
    public record Tried(Map<String, @Nullable Object> config, Set<String> hosts) {

        @Override
        public String toString() {
            return "Tried" + hosts;
        }
    }

    private static List<StreamPlan> streams(ManifestText text) {
        List<String> named = text.manifest().root().get("check") instanceof Source.Mapping check
                ? check.texts("stream_names")
                : List.of();
        List<String> names =
                named.isEmpty() ? List.copyOf(text.connector().streams().keySet()) : named;
        return names.stream()
                .flatMap(name -> text.connector().plan(name).stream())
                .limit(MOST_STREAMS)
                .toList();
    }

    private void open(List<StreamPlan> streams, ProviderAccess access) {
        ProblemException refusal = ProblemException.invalid(
                "provider", "None of the streams that the connector names for its check can run.");
        for (StreamPlan stream : streams) {
            try {
                read(stream, access, new RequestBudget(MOST_REQUESTS, 0));
                return;
            } catch (ProviderFailure e) {
                refusal = new ProblemException(e.code(), e.sentence());
            } catch (ProviderThrottled e) {
                refusal = new ProblemException(
                        ProblemCode.PROVIDER_RATE_LIMITED,
                        "The provider asks to slow down. Connect again then.",
                        e.retryAt(),
                        List.of());
            } catch (BudgetExhausted e) {
                refusal = new ProblemException(
                        ProblemCode.PROVIDER_ERROR, "The connector needs too many requests for its first record.");
            } catch (ExpressionException e) {
                refusal = new ProblemException(
                        ProblemCode.PROVIDER_ERROR, "An expression of the connector fails: " + e.getMessage());
            }
        }
        throw refusal;
    }

    /** The first page, and of parents the first page as well. */
    private List<Map<String, @Nullable Object>> read(StreamPlan plan, ProviderAccess access, RequestBudget budget) {
        List<Slice> slices = reader.slices(plan, access, parent -> read(parent, access, budget));
        return slices.isEmpty()
                ? List.of()
                : reader.page(plan, slices, Position.START, access, budget).records();
    }
}
