package ai.opsai.local.process;

import java.util.List;

/** A part of the stack that did not come up: one sentence for people, and the end of its log. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String summary;

    public StartFailure(String summary, List<String> logLines) {
        super(logLines.isEmpty() ? summary : summary + "\n    " + String.join("\n    ", logLines));
        this.summary = summary;
    }

    /** The sentence alone. */
    public String summary() {
        return summary;
    }
}
