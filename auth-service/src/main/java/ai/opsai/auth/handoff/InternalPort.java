package ai.opsai.auth.handoff;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** A second port for services alone: what is internal is found only there, and nothing else is. */
final class InternalPort extends OncePerRequestFilter
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    private final ProblemWriter problems;
    private final String address;

    InternalPort(int port, String address, ProblemWriter problems) {
        connector.setPort(port);
        this.address = address;
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        connector.setProperty("address", address);
        server.addAdditionalConnectors(connector);
    }

    /** The port that it really got. */
    int port() {
        return connector.getLocalPort();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean internal = request.getLocalPort() == connector.getLocalPort();
        if (internal == request.getRequestURI().startsWith("/internal/")) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, ProblemCode.NOT_FOUND, "There is nothing at this address.");
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2;
    }
}
