package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads streams page by page. It keeps nothing between two calls: a {@link Position} is all that a read needs to go on,
 * here or in another process. Thread-safe.
 */
public final class StreamReader {

    private final ProviderCalls calls;
    private final Clock clock;

    public StreamReader(OutboundHttp http, Pause pause, Clock clock) {
        this.calls = new ProviderCalls(http, pause, clock);
        this.clock = clock;
    }

    /** The parts that the stream is cut into. */
    public List<Slice> slices(StreamPlan plan, ProviderAccess access, ParentRecords parents) {
        return new Slices(Scopes.request(plan, access, Slice.WHOLE, null, clock), parents).of(plan.router());
    }

    /**
     * One page of one slice.
     *
     * @throws ProviderFailure when the provider defeats it
     * @throws ProviderThrottled when the provider wants a longer wait
     * @throws BudgetExhausted when no request is left
     */
    public Page page(StreamPlan plan, List<Slice> slices, Position at, ProviderAccess access, RequestBudget budget) {
        Slice slice = slices.get(at.slice());
        Object token = at.token() == null && at.offset() == 0 ? Paging.first(plan.paginator()) : at.token();
        Scope scope = Scopes.request(plan, access, slice, token, clock);
        try {
            return page(new OnePage(plan, slice, token, scope, access), slices.size(), at, budget);
        } catch (ExpressionException e) {
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_INVALID_RESPONSE,
                    "An expression of the connector can't handle the provider's answer: " + e.getMessage());
        }
    }

    /** The names of the properties that the stream's records must be asked for; empty where they come by themselves. */
    public List<String> properties(StreamPlan plan, ProviderAccess access, RequestBudget budget) {
        Scope scope = Scopes.request(plan, access, Slice.WHOLE, null, clock);
        return new Properties(calls, clock)
                .chunks(new OnePage(plan, Slice.WHOLE, null, scope, access), budget).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private Page page(OnePage one, int slices, Position at, RequestBudget budget) {
        List<List<String>> chunks = new Properties(calls, clock).chunks(one, budget);
        Answer answer = send(one, chunks.getFirst(), budget);
        var records = new Records(one.plan(), one.scope());
        List<Map<String, @Nullable Object>> extracted = records.extracted(answer.body());
        Object next = Paging.next(
                one.plan().paginator(), one.token(), at.offset(), extracted, Scopes.answer(one.scope(), answer));
        for (List<String> chunk : chunks.subList(1, chunks.size())) {
            Answer more = send(one, chunk, budget);
            Properties.merge(one.plan(), extracted, records.extracted(more.body()));
        }
        Position following =
                next == null ? at.nextSlice() : new Position(at.slice(), next, at.offset() + extracted.size());
        return new Page(records.selected(extracted), following.slice() < slices ? following : null, answer);
    }

    private Answer send(OnePage one, List<String> properties, RequestBudget budget) {
        RequesterPlan requester = one.plan().requester();
        var builder = new RequestBuilder(requester, one.access(), one.scope());
        one.slice().options().forEach(builder::option);
        if (one.plan().paginator() instanceof PaginatorPlan.Paged(var strategy, var tokenPlace, var sizePlace)) {
            if (sizePlace != null && strategy.pageSize() > 0) {
                builder.option(sizePlace, strategy.pageSize());
            }
            if (tokenPlace != null && one.token() != null) {
                builder.option(tokenPlace, one.token());
            }
        }
        if (requester.properties() != null && !properties.isEmpty()) {
            builder.parameter(requester.properties().parameter(), String.join(",", properties));
        }
        OutboundRequest request = builder.build();
        return calls.send(request, requester.errors(), one.access(), one.scope(), budget);
    }
}
