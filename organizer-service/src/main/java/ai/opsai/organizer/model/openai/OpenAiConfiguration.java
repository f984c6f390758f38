package ai.opsai.organizer.model.openai;

import ai.opsai.organizer.model.ChatModel;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There is a model when there is a key. */
@Configuration(proxyBeanMethods = false)
@Conditional(OpenAiConfiguration.HasKey.class)
class OpenAiConfiguration {

    private static final String DEFAULT_BASE_URL = "https://api.openai.com/v1";
    private static final String DEFAULT_MODEL = "gpt-4.1-mini";
    private static final int MOST_TOKENS = 16_000;

    @Bean
    ChatModel openAiModel(Environment environment) {
        String name = environment.getProperty("OPENAI_MODEL", DEFAULT_MODEL);
        Duration deadline = environment.getProperty("opsai.model.deadline", Duration.class, Duration.ofSeconds(30));
        OpenAiChatModel model = OpenAiChatModel.builder()
                .apiKey(environment.getRequiredProperty("OPENAI_API_KEY"))
                .baseUrl(environment.getProperty("OPENAI_BASE_URL", DEFAULT_BASE_URL))
                .modelName(name)
                .maxCompletionTokens(MOST_TOKENS)
                .strictJsonSchema(true)
                .timeout(deadline)
                .maxRetries(0)
                // HTTP/1.1 alone: the upgrade that the JDK's client offers by default confuses some servers.
                .httpClientBuilder(JdkHttpClient.builder()
                        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
                .build();
        return new OpenAiModel(name, model, deadline);
    }

    static final class HasKey implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("OPENAI_API_KEY", "").isBlank();
        }
    }
}
