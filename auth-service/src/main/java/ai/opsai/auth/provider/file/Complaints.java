package ai.opsai.auth.provider.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong in one file, so that its author sees it all together. */
final class Complaints {

    private record Complaint(int line, String text) {}

    private final String file;
    private final List<Complaint> complaints = new ArrayList<>();

    Complaints(String file) {
        this.file = file;
    }

    void add(Node place, String knob, String what) {
        int line = place.getStartMark().map(Mark::getLine).orElse(0) + 1;
        complaints.add(new Complaint(line, file + ":" + line + ": " + (knob.isEmpty() ? "" : knob + ": ") + what));
    }

    boolean none() {
        return complaints.isEmpty();
    }

    void throwIfAny() {
        if (!none()) {
            throw new InvalidProviderFile(complaints.stream()
                    .sorted(Comparator.comparingInt(Complaint::line))
                    .map(Complaint::text)
                    .distinct()
                    .collect(Collectors.joining("\n")));
        }
    }
}
