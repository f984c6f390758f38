package ai.opsai.auth.provider;

import ai.opsai.auth.provider.file.ProviderFiles;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    @Bean
    Catalogue catalogue(Environment environment) {
        ProviderOverrides overrides = new ProviderOverrides(environment::getProperty);
        List<Provider> all = new ArrayList<>(ProviderFiles.builtIn());
        String folder = environment.getProperty("opsai.providers.dir");
        all.addAll(ProviderFiles.in(folder == null || folder.isBlank() ? null : Path.of(folder)));
        return new Catalogue(all.stream().map(overrides::apply).toList());
    }

    @Bean
    ChangeWarnings changeWarnings(Catalogue catalogue, Clock clock) {
        return new ChangeWarnings(catalogue, clock);
    }

    @Bean
    OutboundPolicy outboundPolicy(Environment environment) {
        boolean allowPrivate = environment.getProperty("opsai.outbound.allow-private", Boolean.class, false);
        return OutboundPolicy.publicOnly().withPrivate(allowPrivate);
    }

    @Bean
    OutboundHttp outboundHttp(OutboundPolicy policy) {
        return OutboundHttp.guarded(policy);
    }

    @Bean
    IdentityLookup identityLookup(OutboundHttp http, JsonMapper json, Clock clock) {
        return new IdentityLookup(http, json, clock);
    }
}
