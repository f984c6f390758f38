package ai.opsai.sampler.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A compiled manifest: its streams in the order of the file. Immutable. */
public record Connector(String name, Map<String, CompiledStream> streams) {

    public Connector {
        streams = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(streams));
    }

    /** One line per stream, in the order of the file. */
    public List<StreamReport> report() {
        return streams.values().stream().map(StreamReport::of).toList();
    }

    public Optional<StreamPlan> plan(String stream) {
        return streams.get(stream) instanceof CompiledStream.Ready(StreamPlan plan, List<ConnectorProblem> _)
                ? Optional.of(plan)
                : Optional.empty();
    }
}
