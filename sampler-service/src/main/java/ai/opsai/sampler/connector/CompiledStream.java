package ai.opsai.sampler.connector;

import java.util.List;

/** What became of a stream of a manifest: one broken stream never takes the others with it. */
public sealed interface CompiledStream {

    String name();

    /** A stream that can be read, perhaps without some of what its manifest asks for. */
    record Ready(StreamPlan plan, List<ConnectorProblem> warnings) implements CompiledStream {
        @Override
        public String name() {
            return plan.name();
        }
    }

    /** A stream that can't be read, and why. */
    record Broken(String name, List<ConnectorProblem> problems) implements CompiledStream {}
}
