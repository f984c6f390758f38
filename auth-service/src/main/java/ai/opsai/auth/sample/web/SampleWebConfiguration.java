package ai.opsai.auth.sample.web;

import ai.opsai.auth.operation.Idempotency;
import ai.opsai.auth.operation.web.OperationAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SampleWebConfiguration {

    @Bean
    SampleController.Answering answering(Idempotency idempotency, OperationAnswers answers) {
        return new SampleController.Answering(idempotency, answers);
    }
}
