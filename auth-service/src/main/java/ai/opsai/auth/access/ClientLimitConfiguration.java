package ai.opsai.auth.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the limit of clients in front of what is open to everybody. */
@Configuration(proxyBeanMethods = false)
class ClientLimitConfiguration implements WebMvcConfigurer {

    private final RateLimits limits;

    ClientLimitConfiguration(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits)
                .addPathPatterns("/oauth2/authorization/*", "/login/oauth2/code/*", "/webhooks/**");
    }
}
