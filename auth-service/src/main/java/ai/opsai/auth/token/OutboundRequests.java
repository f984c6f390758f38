package ai.opsai.auth.token;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.outbound.OutboundResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/** Lets Spring's clients send through the guarded client, which follows no redirect of a token call. */
final class OutboundRequests implements ClientHttpRequestFactory {

    private final OutboundHttp http;

    OutboundRequests(OutboundHttp http) {
        this.http = http;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new Request(http, uri, method);
    }

    private static final class Request extends AbstractClientHttpRequest {

        private final OutboundHttp http;
        private final URI uri;
        private final HttpMethod method;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Request(OutboundHttp http, URI uri, HttpMethod method) {
            this.http = http;
            this.uri = uri;
            this.method = method;
        }

        @Override
        public HttpMethod getMethod() {
            return method;
        }

        @Override
        public URI getURI() {
            return uri;
        }

        @Override
        protected OutputStream getBodyInternal(HttpHeaders headers) {
            return body;
        }

        @Override
        protected ClientHttpResponse executeInternal(HttpHeaders headers) {
            OutboundRequest request =
                    new OutboundRequest(method.name(), uri, Map.of(), body.toByteArray(), Set.of(), 0, Set.of());
            for (Map.Entry<String, List<String>> header : headers.headerSet()) {
                if (!header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                    request = request.header(header.getKey(), String.join(", ", header.getValue()));
                }
            }
            return new Response(http.send(request));
        }
    }

    private record Response(OutboundResponse answer) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatusCode.valueOf(answer.status());
        }

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            answer.headers().forEach(headers::addAll);
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(answer.body());
        }

        @Override
        public void close() {}
    }
}
