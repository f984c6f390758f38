package ai.opsai.auth.connection.web;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.connection.AuthorizationRequests;
import ai.opsai.auth.connection.Callbacks;
import ai.opsai.auth.connection.ConnectStarts;
import ai.opsai.auth.connection.Ticket;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Provider;
import ai.opsai.platform.outbound.ThisMachine;
import ai.opsai.platform.problem.CorrelationId;
import ai.opsai.platform.problem.Problem;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where browsers pass through. Answers are redirects to clean addresses that nothing remembers. */
@RestController
final class FlowController {

    private static final Logger LOG = LoggerFactory.getLogger(FlowController.class);

    private final Tenants tenants;
    private final Catalogue catalogue;
    private final ConnectStarts starts;
    private final Passage passage;
    private final PublicAddress address;

    FlowController(Tenants tenants, Catalogue catalogue, ConnectStarts starts, Passage passage, PublicAddress address) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.starts = starts;
        this.passage = passage;
        this.address = address;
    }

    /** Out and back. */
    record Passage(AuthorizationRequests out, Callbacks back) {}

    @GetMapping("/oauth2/authorization/{provider}")
    ResponseEntity<String> start(
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String ticket,
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestParam(required = false) @Nullable String returnTo,
            @RequestParam(defaultValue = "false") boolean confirmed,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (underAnotherName(request)) {
            String query = request.getQueryString();
            return redirect(HttpStatus.FOUND, address.at(request.getRequestURI() + (query == null ? "" : "?" + query)));
        }
        Provider known = catalogue.require(provider);
        if (tenants.proven() && ticket != null && !confirmed) {
            Ticket named = required(starts.look(ticket, provider));
            if (!tenants.isOfCaller(named.tenant())) {
                return ConfirmPage.of(known, named, ticket);
            }
        }
        Ticket begun = ticket == null ? here(known, tenantId, returnTo) : required(starts.redeem(ticket, provider));
        String consent = passage.out().begin(begun, request, response);
        LOG.info("Sent a browser of tenant {} to {} for consent", begun.tenant(), provider);
        return redirect(HttpStatus.FOUND, URI.create(consent));
    }

    @GetMapping("/login/oauth2/code/{provider}")
    ResponseEntity<String> callback(
            @PathVariable String provider, HttpServletRequest request, HttpServletResponse response) {
        catalogue.require(provider);
        return redirect(HttpStatus.SEE_OTHER, passage.back().complete(request, response));
    }

    /** People get a page, programs a problem; both with the same code. */
    @ExceptionHandler
    ResponseEntity<?> refused(ProblemException refusal, HttpServletRequest request) {
        Problem problem = refusal.toProblem(CorrelationId.current());
        return RefusalPage.wanted(request) ? RefusalPage.of(problem) : RefusalPage.asJson(problem);
    }

    private Ticket here(Provider provider, @Nullable String tenantId, @Nullable String returnTo) {
        if (tenants.proven()) {
            throw new ProblemException(
                    ProblemCode.UNAUTHENTICATED, "Start with the authorizationUrl that POST /api/connections gives.");
        }
        return starts.beginHere(tenants.of(tenantId), provider, returnTo);
    }

    private static Ticket required(@Nullable Ticket ticket) {
        if (ticket == null) {
            throw new ProblemException(
                    ProblemCode.OAUTH_STATE_INVALID,
                    "This link was used already, or is older than ten minutes. Ask for a new one.");
        }
        return ticket;
    }

    /** The cookie of a flow belongs to one name; a browser that came by another of this machine's goes there first. */
    private boolean underAnotherName(HttpServletRequest request) {
        String name = request.getServerName();
        String own = address.publicUrl().getHost();
        return ThisMachine.named(name) && ThisMachine.named(own) && !name.equals(own);
    }

    private static ResponseEntity<String> redirect(HttpStatus status, URI target) {
        return ResponseEntity.status(status)
                .location(target)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
