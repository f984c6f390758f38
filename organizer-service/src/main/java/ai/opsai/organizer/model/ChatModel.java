package ai.opsai.organizer.model;

import org.jspecify.annotations.Nullable;

/** The one thing that is wanted of a language model: a text for a text, in the form of a JSON Schema. */
public interface ChatModel {

    /** As its makers call it: answers of two models are not the same answer. */
    String name();

    /**
     * Asks once.
     *
     * @return what it said, or null when it declined
     * @throws ModelUnavailable when there is no answer in time
     */
    @Nullable
    String ask(String instructions, String input, String schema);
}
