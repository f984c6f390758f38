package ai.opsai.auth.access;

import ai.opsai.auth.access.SecuritySettings.Mode;
import ai.opsai.platform.problem.ProblemWriter;
import java.net.InetAddress;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.CorsFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecuritySettings.class, PublicAddress.class, RateLimitSettings.class})
class AccessConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    @Bean
    Tenants tenants(SecuritySettings settings, RateLimits limits) {
        CallerTenant caller = switch (settings.mode()) {
            case LOCAL -> CallerTenant.nobody();
            case JWT -> new ProvenTenant();
        };
        return new Tenants(caller, limits);
    }

    @Bean
    RateLimits rateLimits(RateLimitSettings settings, Clock clock) {
        return new RateLimits(settings, clock);
    }

    /** Without proof only this machine may call, whatever {@code server.address} says. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> loopbackOnly(SecuritySettings settings) {
        return server -> {
            if (settings.mode() == Mode.LOCAL) {
                server.setAddress(InetAddress.ofLiteral("127.0.0.1"));
            }
        };
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            SecuritySettings settings,
            PublicAddress address,
            Refusals refusals,
            SecurityContextRepository sessions,
            CsrfTokenRepository tokens) {
        http.sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .cors(cors -> {})
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        // Known from the public address, since TLS usually ends in front of this service.
                        .httpStrictTransportSecurity(strict -> strict.requestMatcher(request -> address.secure()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        return switch (settings.mode()) {
            case LOCAL ->
                http.csrf(AbstractHttpConfigurer::disable) // nothing proves anybody here: see CrossSiteFilter
                        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                        .build();
            case JWT -> {
                Transport.requireSafe("opsai.public-url", address.publicUrl());
                yield new ProvenAccess(settings.jwt(), refusals, sessions, tokens).on(http);
            }
        };
    }

    @Bean
    Refusals refusals(ProblemWriter problems) {
        return new Refusals(problems);
    }

    /** Spring Security takes the filter of this name. */
    @Bean
    CorsFilter corsFilter(PublicAddress address, ProblemWriter problems) {
        return CrossOrigin.filter(address, problems);
    }

    /** Inside of the security filters, which add what a 304 must carry too. */
    @Bean
    EntityTags entityTags() {
        return new EntityTags();
    }

    @Bean
    CrossSiteFilter crossSiteFilter(PublicAddress address, ProblemWriter problems) {
        return new CrossSiteFilter(address, problems);
    }
}
