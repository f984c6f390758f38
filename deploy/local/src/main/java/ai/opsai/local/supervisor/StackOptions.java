package ai.opsai.local.supervisor;

import java.util.ArrayList;
import java.util.List;

/** What a person chose for this run of the stack. */
public record StackOptions(int samplers, boolean sandbox) {

    /** As words of a command line, so that the supervisor's own process can be told. */
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("--samplers=" + samplers));
        if (!sandbox) {
            words.add("--no-sandbox");
        }
        return words;
    }
}
