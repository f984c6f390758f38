package ai.opsai.sampler.connector;

import java.util.List;

/**
 * What a connector's author is told about one stream.
 *
 * @param runs whether the stream can be read, perhaps without what its soft problems name
 */
public record StreamReport(String name, boolean runs, List<ConnectorProblem> problems) {

    static StreamReport of(CompiledStream stream) {
        return switch (stream) {
            case CompiledStream.Ready(StreamPlan plan, List<ConnectorProblem> warnings) ->
                new StreamReport(plan.name(), true, warnings);
            case CompiledStream.Broken(String name, List<ConnectorProblem> problems) ->
                new StreamReport(name, false, problems);
        };
    }

    static StreamReport of(Connector.Dynamic template) {
        return switch (template) {
            case Connector.Dynamic.Ready(DynamicPlan plan, List<ConnectorProblem> warnings) ->
                new StreamReport(plan.name(), true, warnings);
            case Connector.Dynamic.Broken(String name, List<ConnectorProblem> problems) ->
                new StreamReport(name, false, problems);
        };
    }
}
