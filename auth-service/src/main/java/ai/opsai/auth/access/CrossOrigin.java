package ai.opsai.auth.access;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Which pages of other origins may call the API: those that are listed, by their exact name, and no others. */
final class CrossOrigin {

    private CrossOrigin() {}

    static CorsFilter filter(PublicAddress address, ProblemWriter problems) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", configuration(address));
        CorsFilter filter = new CorsFilter(source);
        filter.setCorsProcessor(new RefusingProcessor(problems));
        return filter;
    }

    private static CorsConfiguration configuration(PublicAddress address) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(address.cors().origins());
        cors.setAllowCredentials(true);
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        cors.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-None-Match",
                "Last-Event-ID",
                "Prefer",
                "X-Correlation-Id",
                "X-CSRF-Token"));
        cors.setExposedHeaders(List.of("ETag", "Location", "Preference-Applied", "Retry-After", "X-Correlation-Id"));
        return cors;
    }

    /** Refuses with a problem, like everything else here. */
    private static final class RefusingProcessor extends DefaultCorsProcessor {

        private final ProblemWriter problems;

        RefusingProcessor(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            boolean allowed = super.processRequest(configuration, request, response);
            if (!allowed) {
                problems.write(
                        response,
                        ProblemCode.FORBIDDEN,
                        "Pages of this origin may not call the API; list it in opsai.cors.origins if they should.");
            }
            return allowed;
        }

        /** The answer is written above. */
        @Override
        protected void rejectRequest(ServerHttpResponse response) {}
    }
}
