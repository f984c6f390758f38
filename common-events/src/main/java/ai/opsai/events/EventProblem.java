package ai.opsai.events;

import static java.util.Objects.requireNonNull;

/** A stable problem code and a sentence that a user can act on. */
public record EventProblem(String code, String message) {
    public EventProblem {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }
}
