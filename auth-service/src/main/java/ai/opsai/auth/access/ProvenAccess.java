package ai.opsai.auth.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * The rules of {@code jwt} mode: a Bearer token, or the session of a browser that had one. A write that only a cookie
 * proves needs the session's CSRF token as well; one with a Bearer token doesn't, since no page can make a browser send
 * it.
 */
final class ProvenAccess {

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

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final SecuritySettings.Jwt settings;
    private final Refusals refusals;
    private final SecurityContextRepository sessions;
    private final CsrfTokenRepository tokens;

    ProvenAccess(
            SecuritySettings.Jwt settings,
            Refusals refusals,
            SecurityContextRepository sessions,
            CsrfTokenRepository tokens) {
        this.settings = settings;
        this.refusals = refusals;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    SecurityFilterChain on(HttpSecurity http) {
        TokenCallers callers =
                new TokenCallers(new ClaimPath(settings.tenantClaim()), new ClaimPath(settings.rolesClaim()));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/ops/**")
                        .hasRole("operator")
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(this::provenByCookieAlone))
                .oauth2ResourceServer(resource -> resource.jwt(
                                jwt -> jwt.decoder(JwtDecoders.of(settings)).jwtAuthenticationConverter(callers))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(keysMayBeAway()))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private boolean provenByCookieAlone(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && !bears(request) && sessions.containsContext(request);
    }

    private static boolean bears(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    }

    private ObjectPostProcessor<BearerTokenAuthenticationFilter> keysMayBeAway() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals::failed);
                return filter;
            }
        };
    }
}
