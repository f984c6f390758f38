package ai.opsai.local.supervisor;

import ai.opsai.local.process.PortOwner;
import ai.opsai.local.process.Ports;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What must be true before anything starts, so that a start that can't succeed leaves no trace. */
final class Preconditions {

    private final Workspace workspace;

    Preconditions(Workspace workspace) {
        this.workspace = workspace;
    }

    void check(StackPlan plan) {
        plan.modules().forEach(this::requireBuilt);
        requireFree(plan.ports());
    }

    private void requireBuilt(String module) {
        Path jar = workspace.jar(module);
        if (!Files.exists(jar)) {
            throw new StartFailure(
                    module + " has not been built (" + workspace.root().relativize(jar)
                            + " is missing): run ./opsai, which builds it, or ./mvnw -DskipTests package.",
                    List.of());
        }
    }

    /** Names every port that is taken, not only the first one. */
    static void requireFree(Map<Integer, String> ports) {
        List<String> taken = ports.entrySet().stream()
                .filter(port -> !Ports.available(port.getKey()))
                .map(port -> "Port " + port.getKey() + ", which " + port.getValue() + " needs, is in use by "
                        + PortOwner.of(port.getKey()).orElse("another program"))
                .toList();
        if (!taken.isEmpty()) {
            throw new StartFailure(String.join("\n", taken), List.of());
        }
    }
}
