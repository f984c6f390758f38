package ai.opsai.auth.connection;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.Operations;
import ai.opsai.platform.problem.CorrelationId;
import ai.opsai.platform.problem.Problem;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** The way back from a consent page: every outcome is a connection's state, an operation's end and a clean page. */
public final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final AuthorizationRequests requests;
    private final CodeExchange exchange;
    private final TenantWork work;
    private final Endings endings;
    private final ReturnTo returnTo;

    Callbacks(
            AuthorizationRequests requests,
            CodeExchange exchange,
            TenantWork work,
            Endings endings,
            ReturnTo returnTo) {
        this.requests = requests;
        this.exchange = exchange;
        this.work = work;
        this.endings = endings;
        this.returnTo = returnTo;
    }

    record Endings(Connections connections, Operations operations) {}

    /**
     * Where to send the browser.
     *
     * @throws ProblemException {@code oauth_state_invalid} when this browser has no open flow of that state;
     *     {@code issuer_mismatch} when another server answers than the one that was asked, which ends the flow
     */
    public URI complete(HttpServletRequest request, HttpServletResponse response) {
        requireSingle(request);
        OAuth2AuthorizationRequest flow = requests.take(request, response);
        if (flow == null) {
            throw new ProblemException(
                    ProblemCode.OAUTH_STATE_INVALID,
                    "This sign-in is unknown here, was used already, or took longer than ten minutes. "
                            + "Go back to the page you came from and connect again in the same browser.");
        }
        Ticket ticket = Objects.requireNonNull(flow.getAttribute(AuthorizationRequests.TICKET));
        try {
            work.read(ticket.tenant(), () -> requireWaiting(ticket));
            Connected connected = exchange.connect(ticket, flow, request, () -> requireWaiting(ticket));
            work.change(
                    ticket.tenant(),
                    () -> endings.operations().succeed(ticket.tenant(), ticket.operationId(), "Connected.", connected));
            return back(ticket, connected.connectionId(), "connected", null);
        } catch (FlowFailed e) {
            return failed(ticket, e.reason(), Problem.of(e.problem(), e.sentence(), CorrelationId.current()));
        } catch (ProblemException e) {
            URI back = failed(ticket, e.code().wire(), e.toProblem(CorrelationId.current()));
            if (e.code() == ProblemCode.ISSUER_MISMATCH) {
                throw e;
            }
            return back;
        } catch (RuntimeException e) {
            LOG.error("Connecting {} of tenant {} failed here", ticket.provider(), ticket.tenant(), e);
            return failed(ticket, ProblemCode.INTERNAL_ERROR.wire(), ownFault());
        }
    }

    /** RFC 6749, 3.1: no parameter may come twice; which of the two a reader takes would be chance. */
    private static void requireSingle(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw new ProblemException(
                        ProblemCode.OAUTH_STATE_INVALID,
                        "The provider's answer says something twice, so it can't be trusted. Connect again.");
            }
        });
    }

    /** Within a transaction of the tenant. */
    private Operation requireWaiting(Ticket ticket) {
        Operation operation = endings.operations().find(ticket.operationId());
        if (operation == null || operation.status().ended()) {
            throw FlowFailed.cancelled();
        }
        return operation;
    }

    private static Problem ownFault() {
        return Problem.of(
                ProblemCode.INTERNAL_ERROR,
                "This is our fault. Connect again, and name the correlation id when it stays.",
                CorrelationId.current());
    }

    private URI failed(Ticket ticket, String reason, Problem problem) {
        work.change(ticket.tenant(), () -> {
            Connection connection = endings.connections().require(ticket.connectionId());
            if (connection.status() == ConnectionStatus.PENDING) {
                endings.connections().move(connection, ConnectionStatus.FAILED, reason);
            }
            endings.operations().fail(ticket.tenant(), ticket.operationId(), problem);
        });
        LOG.info("Connecting {} of tenant {} failed: {}", ticket.provider(), ticket.tenant(), reason);
        return back(ticket, ticket.connectionId(), "failed", reason);
    }

    private URI back(Ticket ticket, UUID connection, String status, @Nullable String code) {
        Map<String, String> outcome = new LinkedHashMap<>();
        outcome.put("connection", connection.toString());
        outcome.put("status", status);
        if (code != null) {
            outcome.put("code", code);
        }
        return returnTo.with(ticket.returnTo(), outcome);
    }
}
