package ai.opsai.platform.outbound;

import ai.opsai.platform.outbound.OutboundFailure.Code;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Sends hop by hop: each redirect is a new request that passes every check again. */
final class GuardedHttp implements OutboundHttp {

    private final OutboundPolicy policy;
    private final CloseableHttpClient client;

    GuardedHttp(OutboundPolicy policy, HostResolver names) {
        this.policy = policy;
        this.client = HttpClientFactory.create(policy, new CheckingResolver(policy, names));
    }

    @Override
    public OutboundResponse send(OutboundRequest request) {
        long deadline = System.nanoTime() + policy.total().toNanos();
        Set<URI> seen = new HashSet<>();
        OutboundRequest current = request;
        while (true) {
            seen.add(current.uri());
            OutboundResponse response = exchange(current, deadline);
            URI next = Redirects.target(current, response);
            if (next == null) {
                return response;
            }
            if (current.maxRedirects() < 1 || !seen.add(next)) {
                throw new OutboundFailure(Code.REDIRECT_BLOCKED, "Too many redirects, or a loop of them.");
            }
            current = current.redirectedTo(next);
        }
    }

    private OutboundResponse exchange(OutboundRequest request, long deadline) {
        Target target = Target.of(request.uri());
        target.checkAllowed(request.allowedHosts());
        if (target.scheme().equals("http") && !policy.allowPrivate()) {
            throw new OutboundFailure(Code.EGRESS_BLOCKED, "Only https is called, and " + target.host() + " is http.");
        }
        HttpUriRequestBase message = message(request);
        Watchdog watchdog = new Watchdog(message::cancel, deadline);
        try {
            watchdog.allow(policy.connect().plus(policy.firstByte()));
            return receive(request, target, message, watchdog);
        } catch (IOException | IllegalStateException e) {
            throw FailureMapping.failure(target.host(), watchdog.fired(), e);
        } finally {
            watchdog.dismiss();
        }
    }

    private OutboundResponse receive(
            OutboundRequest request, Target target, HttpUriRequestBase message, Watchdog watchdog) throws IOException {
        try (ClassicHttpResponse response =
                client.executeOpen(target.toHttpHost(), message, HttpClientContext.create())) {
            byte[] body = new BodyReader(policy, watchdog, message::cancel).read(response);
            return new OutboundResponse(response.getCode(), Headers.of(response.getHeaders()), body, request.uri());
        }
    }

    private static HttpUriRequestBase message(OutboundRequest request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        request.headers().forEach(message::setHeader);
        byte[] body = request.body();
        if (body != null) {
            String type = request.headers().get(HttpHeaders.CONTENT_TYPE);
            message.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
        }
        return message;
    }
}
