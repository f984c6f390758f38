package ai.opsai.sandbox.llm;

import ai.opsai.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the model will answer and what it was asked. Thread-safe. */
public final class LlmScript {

    /** One request to the model: all texts of its messages in one, and the whole body. */
    public record Prompt(String text, JsonNode request) {}

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final List<Prompt> prompts = new CopyOnWriteArrayList<>();
    private volatile Persona persona = Persona.HONEST;

    /** Answers the next unanswered request with exactly this content. */
    public LlmScript then(String content) {
        answers.add(content);
        return this;
    }

    /** How to behave when no scripted answer is left. */
    public void persona(Persona next) {
        this.persona = next;
    }

    public Persona persona() {
        return persona;
    }

    /** Everything that was asked so far, the oldest first. */
    public List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    public void reset() {
        answers.clear();
        prompts.clear();
        persona = Persona.HONEST;
    }

    @Nullable
    String next() {
        return answers.poll();
    }

    void capture(JsonNode request) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : request.path("messages")) {
            JsonNode content = message.path("content");
            if (content.isArray()) {
                content.forEach(part -> texts.add(part.path("text").asString("")));
            } else {
                texts.add(content.asString(""));
            }
        }
        prompts.add(new Prompt(String.join("\n", texts), Json.value(request)));
    }
}
