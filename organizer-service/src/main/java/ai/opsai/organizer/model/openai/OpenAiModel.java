package ai.opsai.organizer.model.openai;

import ai.opsai.organizer.model.ModelUnavailable;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One call with strict structured output. The deadline holds for the whole of it, however slowly an answer drips. */
final class OpenAiModel implements ai.opsai.organizer.model.ChatModel {

    private final String name;
    private final ChatModel model;
    private final Duration deadline;

    OpenAiModel(String name, ChatModel model, Duration deadline) {
        this.name = name;
        this.model = model;
        this.deadline = deadline;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String ask(String instructions, String input, String schema) {
        FutureTask<@Nullable String> call = new FutureTask<>(() ->
                model.chat(request(instructions, input, schema)).aiMessage().text());
        Thread.ofVirtual().name("model-call").start(call);
        try {
            return call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ModelUnavailable("no answer within " + deadline.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            // The message of the cause may quote the endpoint's answer: its kind says enough.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ModelUnavailable(cause.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailable("interrupted", e);
        } finally {
            call.cancel(true);
        }
    }

    private static ChatRequest request(String instructions, String input, String schema) {
        JsonSchema proposals = JsonSchema.builder()
                .name("proposals")
                .rootElement(JsonRawSchema.from(schema))
                .build();
        return ChatRequest.builder()
                .messages(SystemMessage.from(instructions), UserMessage.from(input))
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(proposals)
                        .build())
                .build();
    }
}
