package ai.opsai.auth.token;

import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.web.client.ResponseErrorHandler;

/** A 4xx with JSON is an OAuth error; anything else says nothing about the grant. */
final class EndpointErrors implements ResponseErrorHandler {

    private final OAuth2ErrorResponseErrorHandler oauth = new OAuth2ErrorResponseErrorHandler();

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
        return !response.getStatusCode().is2xxSuccessful();
    }

    @Override
    public void handleError(URI uri, HttpMethod method, ClientHttpResponse response) throws IOException {
        MediaType type = response.getHeaders().getContentType();
        boolean json = type != null && type.getSubtype().endsWith("json");
        if (response.getStatusCode().is4xxClientError() && json) {
            oauth.handleError(uri, method, response);
        }
        throw new EndpointStatus(response.getStatusCode().value());
    }
}
