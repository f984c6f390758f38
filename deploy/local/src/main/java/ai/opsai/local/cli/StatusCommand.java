package ai.opsai.local.cli;

import ai.opsai.local.supervisor.PartState;
import ai.opsai.local.supervisor.StackControl;
import ai.opsai.local.supervisor.StackState;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code opsai status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows every part: state, since when, restarts, ports, process, log. Exit code 1 unless all is up.")
final class StatusCommand implements Callable<Integer> {

    private final StackControl control;
    private final Terminal terminal;
    private final Clock clock;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    StatusCommand(StackControl control, Terminal terminal, Clock clock) {
        this.control = control;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Optional<StackState> state = control.running();
        if (json) {
            printJson(state);
        } else {
            state.ifPresentOrElse(this::print, () -> terminal.out().println("The stack is not up."));
        }
        return state.filter(StackState::healthy).isPresent() ? 0 : 1;
    }

    private void printJson(Optional<StackState> state) {
        Object document = state.<Object>map(known -> known).orElse(Map.of("phase", "DOWN", "parts", new Object[0]));
        terminal.out()
                .println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    private void print(StackState state) {
        terminal.out().println("The stack is " + state.phase().name().toLowerCase(Locale.ROOT) + ".");
        terminal.out()
                .printf("%-18s %-11s %-9s %-9s %-8s %s%n", "part", "state", "since", "restarts", "process", "ports");
        state.parts().forEach(this::print);
    }

    private void print(PartState part) {
        terminal.out()
                .printf(
                        "%-18s %-11s %-9s %-9d %-8s %s%n",
                        part.name(),
                        part.condition().name().toLowerCase(Locale.ROOT),
                        words(Duration.between(part.since(), clock.instant())),
                        part.restarts(),
                        part.process() == null
                                ? ""
                                : Long.toString(part.process().pid()),
                        ports(part));
        if (part.log() != null) {
            terminal.out().println("                   " + part.log());
        }
    }

    private static String ports(PartState part) {
        if (part.note() != null && part.ports().isEmpty()) {
            return part.note();
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(part.ports())
                .forEach(
                        (use, port) -> text.append(use).append(' ').append(port).append("  "));
        return text.toString().strip();
    }

    static String words(Duration time) {
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        return time.toHours() < 1 ? time.toMinutes() + " min" : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
