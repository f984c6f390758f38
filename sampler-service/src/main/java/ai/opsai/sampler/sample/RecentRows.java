package ai.opsai.sampler.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.events.RowOrigin;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.BudgetExhausted;
import ai.opsai.sampler.connector.CompiledStream;
import ai.opsai.sampler.connector.ConnectorProblem;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.provider.EntityPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first step: what the provider lists, newest first where it can. One entity's failure leaves the others alone. */
final class RecentRows {

    /** Of one slice: pages may be empty and still name a next one. */
    private static final int MAX_PAGES = 10;

    private final RunContext run;

    RecentRows(RunContext run) {
        this.run = run;
    }

    void collect() {
        long done = 0;
        for (EntityPlan entity : run.provider().entities().values()) {
            run.progress().at(entity.name(), done++, run.provider().entities().size());
            Collected rows = run.entity(entity.name());
            if (!run.allowed(entity.name())) {
                rows.fail(notGranted(entity));
                continue;
            }
            switch (run.provider().connector().streams().get(entity.name())) {
                case null -> rows.fail(unsupported("the manifest has no stream of this name"));
                case CompiledStream.Broken(String _, List<ConnectorProblem> problems) ->
                    rows.fail(unsupported(problems.stream()
                            .map(problem -> problem.place() + ": " + problem.message())
                            .collect(Collectors.joining("; "))));
                case CompiledStream.Ready(StreamPlan plan, List<ConnectorProblem> _) -> collect(entity, plan, rows);
            }
        }
    }

    private EventProblem notGranted(EntityPlan entity) {
        String scopes = String.join(" or ", entity.scopes());
        String name = run.provider().name();
        return new EventProblem(
                ProblemCode.INSUFFICIENT_SCOPE.wire(),
                name + " shows " + entity.name() + " only with the scope " + scopes
                        + ", which was not granted. Connect " + name + " again and allow it.");
    }

    private static EventProblem unsupported(String reason) {
        return new EventProblem(ProblemCode.PROVIDER_ERROR.wire(), "The connector can't read this entity: " + reason);
    }

    private void collect(EntityPlan entity, StreamPlan plan, Collected rows) {
        try {
            List<Slice> all = run.reads().slices(plan, this::parents);
            List<Slice> slices = all.stream().limit(entity.budget().slices()).toList();
            boolean whole = slices.isEmpty() || read(entity, plan, slices, rows);
            if (whole && slices.size() == all.size()) {
                rows.exhaust();
            }
        } catch (ProviderFailure e) {
            if (e.code() == ProblemCode.PROVIDER_TOKEN_REJECTED) {
                throw new SampleRefused(e.code(), e.sentence());
            }
            rows.fail(new EventProblem(e.code().wire(), e.sentence()));
        } catch (BudgetExhausted e) {
            // What was read so far is the sample of this entity; its coverage says how little it is.
        }
    }

    /** Rows of a parent that is part of the sample are there already; where it failed, so does what hangs on it. */
    private List<Map<String, @Nullable Object>> parents(StreamPlan parent) {
        Collected rows = run.entity(parent.name());
        EventProblem problem = rows.problem();
        if (problem != null && rows.size() == 0) {
            throw new ProviderFailure(ProblemCode.ofWire(problem.code()), problem.message());
        }
        return rows.rows().stream().map(Row::data).toList();
    }

    /** Whether nothing was left unread. */
    private boolean read(EntityPlan entity, StreamPlan plan, List<Slice> slices, Collected rows) {
        int share = Math.max(5, Math.ceilDiv(entity.budget().rows(), slices.size()));
        boolean whole = true;
        for (int slice = 0;
                slice < slices.size() && rows.size() < entity.budget().rows();
                slice++) {
            int wanted = Math.min(
                    slices.size() == 1 ? entity.budget().rows() : share,
                    entity.budget().rows() - rows.size());
            whole &= readSlice(plan, slices, slice, wanted, rows);
        }
        return whole;
    }

    private boolean readSlice(StreamPlan plan, List<Slice> slices, int slice, int wanted, Collected rows) {
        Position at = new Position(slice, null, 0);
        int taken = 0;
        for (int page = 0; page < MAX_PAGES && taken < wanted; page++) {
            String key = "recent/" + plan.name() + "/" + slice + "/" + page;
            StoredPage read = run.reads().page(key, plan, slices, at);
            int fit = Math.min(wanted - taken, read.rows().size());
            for (Map<String, @Nullable Object> row : read.rows().subList(0, fit)) {
                rows.add(RowOrigin.RECENT, row);
            }
            taken += fit;
            Position next = read.next();
            boolean more = next != null && next.slice() == slice;
            if (!more || taken >= wanted) {
                return !more && fit == read.rows().size();
            }
            at = java.util.Objects.requireNonNull(next);
        }
        return false;
    }
}
