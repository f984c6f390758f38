package ai.opsai.sampler.provider;

import java.nio.file.Path;
import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Loads the providers at start, so that a broken file is found then. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    @Bean
    SampledProviders sampledProviders(Environment environment) {
        String folder = environment.getProperty("opsai.providers.dir");
        var providers = new ArrayList<>(ProviderFiles.builtIn());
        providers.addAll(ProviderFiles.in(folder == null || folder.isBlank() ? null : Path.of(folder)));
        return new SampledProviders(providers);
    }
}
