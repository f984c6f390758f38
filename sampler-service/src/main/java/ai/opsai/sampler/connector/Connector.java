package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compiled manifest. Immutable.
 *
 * @param streams in the order of the file
 * @param conditions of streams that only some configurations have
 * @param dynamics templates of streams, which {@link StreamReader#expanded} makes
 * @param budget how often the provider may be called
 * @param problems of the file itself, all soft
 */
public record Connector(
        String name,
        Map<String, CompiledStream> streams,
        Map<String, Template> conditions,
        List<Dynamic> dynamics,
        ConfigPlan configuration,
        CallBudget budget,
        List<ConnectorProblem> problems) {

    public Connector {
        streams = Collections.unmodifiableMap(new LinkedHashMap<>(streams));
        conditions = Map.copyOf(conditions);
        dynamics = List.copyOf(dynamics);
        problems = List.copyOf(problems);
    }

    /** A template of streams, or why it is none. */
    sealed interface Dynamic {
        record Ready(DynamicPlan plan, List<ConnectorProblem> warnings) implements Dynamic {}

        record Broken(String name, List<ConnectorProblem> problems) implements Dynamic {}
    }

    /** One line per stream and per template of streams, in the order of the file. */
    public List<StreamReport> report() {
        return Stream.concat(
                        streams.values().stream().map(StreamReport::of),
                        dynamics.stream().map(StreamReport::of))
                .toList();
    }

    /** The configuration in the form that the streams read; the given one stays as it is. */
    public Map<String, @Nullable Object> configured(Map<String, @Nullable Object> config, Clock clock) {
        return configuration.applied(config, clock);
    }

    public Optional<StreamPlan> plan(String stream) {
        return streams.get(stream) instanceof CompiledStream.Ready(StreamPlan plan, List<ConnectorProblem> _)
                ? Optional.of(plan)
                : Optional.empty();
    }

    Connector with(Map<String, CompiledStream> other) {
        return new Connector(name, other, Map.of(), List.of(), configuration, budget, problems);
    }
}
