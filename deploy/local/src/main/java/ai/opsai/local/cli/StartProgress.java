package ai.opsai.local.cli;

import ai.opsai.local.supervisor.PartState;
import ai.opsai.local.supervisor.PartState.Condition;
import ai.opsai.local.supervisor.StackState;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Shows each part once, when it serves; to a person also what is still awaited. */
final class StartProgress implements Consumer<StackState> {

    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final Terminal terminal;
    private final long start = System.nanoTime();
    private final Set<String> shown = new HashSet<>();

    StartProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(StackState state) {
        state.parts().forEach(this::show);
        if (terminal.interactive()) {
            showAwaited(state.parts().stream()
                    .filter(part -> !shown.contains(part.name()))
                    .map(PartState::name)
                    .toList());
        }
    }

    private void show(PartState part) {
        boolean serves = part.condition() == Condition.UP || part.condition() == Condition.EXTERNAL;
        if (serves && shown.add(part.name())) {
            clearLine();
            String port = part.ports().isEmpty() ? "yours" : ":" + part.ports().getOrDefault("http", firstPort(part));
            terminal.out().printf(Locale.ROOT, "  %-18s %-6s %5.1f s%n", part.name(), port, seconds());
        }
    }

    private static int firstPort(PartState part) {
        return part.ports().containsKey("kafka")
                ? part.ports().get("kafka")
                : part.ports().values().iterator().next();
    }

    private void showAwaited(List<String> names) {
        clearLine();
        String what = names.isEmpty() ? "trying it out" : "waiting for " + String.join(", ", names);
        terminal.out().printf(Locale.ROOT, "  %s … %.0f s", what, seconds());
        terminal.out().flush();
    }

    /** Leaves a clean line behind and tells how long all of it took. */
    double end() {
        clearLine();
        return seconds();
    }

    private void clearLine() {
        if (terminal.interactive()) {
            terminal.out().print(CLEAR_LINE);
        }
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
