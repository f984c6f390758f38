package ai.opsai.auth.operation.web;

import ai.opsai.auth.live.Changes;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.live.web.LiveStreams;
import ai.opsai.auth.operation.OperationResult;
import ai.opsai.auth.operation.Operations;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class OperationWebConfiguration {

    @Bean
    OperationReads operationReads(TenantWork work, Operations operations, Changes changes, Clock clock) {
        return new OperationReads(work, operations, changes, clock);
    }

    @Bean
    OperationAnswers operationAnswers(
            OperationReads reads, List<OperationResult> results, JsonMapper json, Clock clock) {
        return new OperationAnswers(reads, results, json, clock);
    }

    @Bean
    OperationDetails operationDetails(
            TenantWork work,
            Operations operations,
            OperationReads reads,
            OperationAnswers answers,
            LiveStreams streams) {
        return new OperationDetails(work, operations, reads, answers, streams);
    }
}
