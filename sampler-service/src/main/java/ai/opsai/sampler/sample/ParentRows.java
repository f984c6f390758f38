package ai.opsai.sampler.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.ParentRecords;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that an entity's stream is cut by: those of the sample where it has them, else the first page of their own. */
final class ParentRows implements ParentRecords {

    private final RunContext run;
    private final StoredReads reads;
    private final EntityReads.Others others;

    ParentRows(RunContext run, StoredReads reads, EntityReads.Others others) {
        this.run = run;
        this.reads = reads;
        this.others = others;
    }

    @Override
    public List<Map<String, @Nullable Object>> of(StreamPlan parent) {
        return others.await(parent.name()) ? sampled(run.entity(parent.name())) : read(parent);
    }

    /** Where the parent failed, so does what hangs on it. */
    private static List<Map<String, @Nullable Object>> sampled(Collected rows) {
        EventProblem problem = rows.problem();
        if (problem != null && rows.size() == 0) {
            throw new ProviderFailure(ProblemCode.ofWire(problem.code()), problem.message());
        }
        return rows.rows().stream().map(Row::data).toList();
    }

    private List<Map<String, @Nullable Object>> read(StreamPlan parent) {
        List<Slice> slices = reads.slices(parent, this);
        return slices.isEmpty()
                ? List.of()
                : reads.page("parents/" + parent.name(), parent, slices, Position.START)
                        .rows();
    }
}
