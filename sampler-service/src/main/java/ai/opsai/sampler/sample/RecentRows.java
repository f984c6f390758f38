package ai.opsai.sampler.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.CompiledStream;
import ai.opsai.sampler.connector.ConnectorProblem;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.provider.EntityPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The first step: what the provider lists, newest first where it can, of all entities at the same time. One entity's failure
 * leaves the others alone. Which rows are read does not depend on who is faster.
 */
final class RecentRows {

    /** Of a run's requests; the others are for rows that join. */
    private static final double SHARE = 0.6;

    private final RunContext run;
    private long done;

    RecentRows(RunContext run) {
        this.run = run;
    }

    void collect() {
        run.provider().entities().keySet().forEach(run::entity);
        Map<String, Integer> shares = shares();
        var reads = new EntityReads();
        for (EntityPlan entity : EntityOrder.parentsFirst(run.provider())) {
            reads.add(entity.name(), parents -> {
                at(entity, 0);
                collect(entity, shares.getOrDefault(entity.name(), 0), parents);
                at(entity, 1);
            });
        }
        reads.await();
    }

    private Map<String, Integer> shares() {
        var wanted = new LinkedHashMap<String, Integer>();
        for (EntityPlan entity : run.provider().entities().values()) {
            if (run.allowed(entity.name())) {
                wanted.put(entity.name(), entity.budget().requests());
            }
        }
        return RequestShares.of((int) (run.budget().limit() * SHARE), wanted);
    }

    private synchronized void at(EntityPlan entity, int ended) {
        done += ended;
        run.progress().at(entity.name(), done, run.provider().entities().size());
    }

    private void collect(EntityPlan entity, int requests, EntityReads.Others others) {
        Collected rows = run.entity(entity.name());
        if (!run.allowed(entity.name())) {
            rows.fail(notGranted(entity));
            return;
        }
        switch (run.provider().connector().streams().get(entity.name())) {
            case null -> rows.fail(unsupported("the manifest has no stream of this name"));
            case CompiledStream.Broken(String _, List<ConnectorProblem> problems) ->
                rows.fail(unsupported(problems.stream()
                        .map(problem -> problem.place() + ": " + problem.message())
                        .collect(Collectors.joining("; "))));
            case CompiledStream.Ready(StreamPlan plan, List<ConnectorProblem> _) -> {
                StoredReads reads = run.reads().within(run.budget().part(requests));
                collect(new EntityRead(entity, plan, reads, rows), new ParentRows(run, reads, others), rows);
            }
        }
    }

    private void collect(EntityRead read, ParentRows parents, Collected rows) {
        try {
            read.collect(parents);
        } catch (ProviderFailure e) {
            if (e.code() == ProblemCode.PROVIDER_TOKEN_REJECTED) {
                throw new SampleRefused(e.code(), e.sentence());
            }
            rows.fail(new EventProblem(e.code().wire(), e.sentence()));
        } catch (ProviderThrottled e) {
            if (e.retryAt().isBefore(run.deadline())) {
                throw e;
            }
            rows.fail(tooLate());
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

    private static EventProblem tooLate() {
        return new EventProblem(
                ProblemCode.PROVIDER_RATE_LIMITED.wire(),
                "The provider kept asking to slow down. Try again when its rate limit has reset.");
    }
}
