package ai.opsai.auth.access;

import ai.opsai.auth.access.SecuritySettings.Mode;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecuritySettings.class, PublicAddress.class})
class AccessConfiguration {

    /** What anybody may open: the flow proves itself by ticket and state, services by their assertions. */
    private static final String[] OPEN = {
        "/oauth2/authorization/*",
        "/login/oauth2/code/*",
        "/internal/**",
        "/webhooks/*",
        "/actuator/**",
        "/error",
        "/v3/api-docs/**"
    };

    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    @Bean
    Tenants tenants(SecuritySettings settings) {
        CallerTenant caller = switch (settings.mode()) {
            case LOCAL -> CallerTenant.nobody();
            case JWT -> new JwtTenant(settings.jwt().tenantPath());
        };
        return new Tenants(caller);
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
    SecurityFilterChain security(HttpSecurity http, SecuritySettings settings, ProblemWriter problems) {
        http.csrf(AbstractHttpConfigurer::disable) // no cookie ever proves anybody: see CrossSiteFilter and jwt
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        return switch (settings.mode()) {
            case LOCAL ->
                http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                        .build();
            case JWT -> proven(http, settings, problems);
        };
    }

    private static SecurityFilterChain proven(HttpSecurity http, SecuritySettings settings, ProblemWriter problems) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .oauth2ResourceServer(resource -> resource.jwt(jwt -> jwt.decoder(JwtDecoders.of(settings.jwt())))
                        .authenticationEntryPoint((request, response, failure) -> unauthenticated(problems, response)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (request, response, failure) -> unauthenticated(problems, response)))
                .build();
    }

    private static void unauthenticated(ProblemWriter problems, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(response, ProblemCode.UNAUTHENTICATED, "Sign in, and send a valid token as a Bearer token.");
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(PublicAddress address) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(address.cors().origins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        cors.setAllowedHeaders(List.of(
                "Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID", "Prefer", "X-Correlation-Id"));
        cors.setExposedHeaders(List.of("Location", "Retry-After", "X-Correlation-Id"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", cors);
        return source;
    }

    @Bean
    CrossSiteFilter crossSiteFilter(PublicAddress address, ProblemWriter problems) {
        return new CrossSiteFilter(address, problems);
    }
}
