package ai.opsai.auth.live.web;

import ai.opsai.auth.live.Changes;
import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.live.LiveView;
import ai.opsai.auth.live.TenantWork;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class LiveWebConfiguration {

    @Bean
    LiveStreams liveStreams(
            TenantWork work, LiveEvents events, Changes changes, List<LiveView> views, JsonMapper json) {
        return new LiveStreams(work, events, changes, views, json);
    }
}
