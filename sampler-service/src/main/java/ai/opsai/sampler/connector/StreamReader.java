package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads streams page by page. It keeps nothing of a read between two calls: a {@link Position} is all that a read needs
 * to go on, here or in another process. Thread-safe.
 */
public final class StreamReader {

    private final Requests requests;
    private final Properties properties;
    private final Clock clock;

    public StreamReader(OutboundHttp http, Pause pause, Clock clock) {
        this.requests = new Requests(http, pause, clock);
        this.properties = new Properties(requests, clock);
        this.clock = clock;
    }

    /**
     * The parts that the stream is cut into.
     *
     * @throws ProviderFailure when the configuration lacks what they are computed from
     */
    public List<Slice> slices(StreamPlan plan, ProviderAccess access, ParentRecords parents) {
        Scope scope = Scopes.request(plan, access, Slice.WHOLE, null, clock);
        List<Slice> slices = new Slices(scope, parents).of(plan.router());
        WindowsPlan windows = plan.windows();
        if (windows == null) {
            return slices;
        }
        List<Slice> spans = new Windows(windows, scope).newestFirst();
        return spans.isEmpty()
                ? List.of()
                : slices.stream().map(slice -> slice.in(spans)).toList();
    }

    /**
     * One page of one slice.
     *
     * @throws ProviderFailure when the provider defeats it
     * @throws ProviderThrottled when the provider wants a longer wait
     * @throws BudgetExhausted when no request is left
     */
    public Page page(StreamPlan plan, List<Slice> slices, Position at, ProviderAccess access, RequestBudget budget) {
        Slice slice = slices.get(at.slice()).window(at.window());
        Object token = at.token() == null && at.offset() == 0 ? Paging.first(plan.paginator()) : at.token();
        var call = new Call(access, Scopes.request(plan, access, slice, token, clock), budget);
        try {
            return page(new OnePage(plan, slice, token, call), slices, at);
        } catch (ExpressionException e) {
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_INVALID_RESPONSE,
                    "An expression of the connector can't handle the provider's answer: " + e.getMessage());
        }
    }

    /** The names of the properties that the stream's records must be asked for; empty where they come by themselves. */
    public List<String> properties(StreamPlan plan, ProviderAccess access, RequestBudget budget) {
        Scope scope = Scopes.request(plan, access, Slice.WHOLE, null, clock);
        return properties.chunks(plan.requester().properties(), new Call(access, scope, budget)).stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /**
     * The connector as one configuration has it: with the streams of its templates, without those whose condition
     * doesn't hold.
     *
     * @throws ProviderFailure when the provider doesn't tell which streams there are
     */
    public Connector expanded(Connector connector, ProviderAccess access, RequestBudget budget) {
        var scope = new Scope(Map.of("config", access.config(), "parameters", Map.of()), clock);
        var streams = new LinkedHashMap<String, CompiledStream>();
        connector.streams().forEach((name, stream) -> {
            Template condition = connector.conditions().get(name);
            if (condition == null || condition.test(scope)) {
                streams.put(name, stream);
            }
        });
        var dynamic = new DynamicStreams(this, access, budget, clock);
        for (Connector.Dynamic template : connector.dynamics()) {
            if (template instanceof Connector.Dynamic.Ready(DynamicPlan plan, var _)) {
                dynamic.of(plan).forEach(stream -> streams.put(stream.name(), stream));
            }
        }
        return connector.with(streams);
    }

    private Page page(OnePage one, List<Slice> slices, Position at) {
        PropertiesPlan asked = one.plan().requester().properties();
        List<List<String>> chunks = properties.chunks(asked, one.call());
        Answer answer = send(one, chunks.getFirst());
        var records = new Records(one.plan(), one.call().scope());
        List<Map<String, @Nullable Object>> extracted = records.extracted(answer);
        for (List<String> chunk : chunks.subList(1, chunks.size())) {
            Properties.merge(asked, extracted, records.extracted(send(one, chunk)));
        }
        List<Map<String, @Nullable Object>> selected = records.selected(extracted);
        Scope seen = Scopes.page(one.call().scope(), answer);
        Object next = Paging.next(one.plan().paginator(), one.token(), at.offset(), extracted, seen);
        Position following = next == null ? at.after(slices) : at.next(next, extracted.size());
        return new Page(selected, following, answer);
    }

    private Answer send(OnePage one, List<String> names) {
        RequesterPlan requester = one.plan().requester();
        return requests.send(requester, one.call(), request -> {
            one.addTo(request);
            if (requester.properties() != null && !names.isEmpty()) {
                request.parameter(requester.properties().parameter(), String.join(",", names));
            }
        });
    }
}
