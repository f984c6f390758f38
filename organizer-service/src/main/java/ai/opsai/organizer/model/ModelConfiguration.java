package ai.opsai.organizer.model;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Without a model the engine works alone, and says nothing about it. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    SchemaAdvisor schemaAdvisor(
            ObjectProvider<ChatModel> model, JsonMapper json, ModelAnswers answers, Environment environment) {
        ChatModel chat = model.getIfAvailable();
        if (chat == null) {
            return (tenantId, samples) -> Advice.NONE;
        }
        return new ModelAdvisor(
                chat, new Questions(json), new AnswerReader(json), answers, ModelBudget.of(environment));
    }
}
