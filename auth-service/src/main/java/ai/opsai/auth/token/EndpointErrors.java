package ai.opsai.auth.token;

import ai.opsai.auth.provider.TokenAnswerShape;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResponseErrorHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A 4xx with an error code is an OAuth error; anything else says nothing about the grant. */
final class EndpointErrors implements ResponseErrorHandler {

    private final TokenAnswerShape shape;

    EndpointErrors(TokenAnswerShape shape) {
        this.shape = shape;
    }

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
        return !response.getStatusCode().is2xxSuccessful();
    }

    @Override
    public void handleError(URI uri, HttpMethod method, ClientHttpResponse response) throws IOException {
        if (response.getStatusCode().is4xxClientError()) {
            String code = TokenAnswers.error(json(response), shape);
            if (code != null) {
                throw new ErrorAnswer(code);
            }
        }
        throw new EndpointStatus(response.getStatusCode().value());
    }

    private static JsonNode json(ClientHttpResponse response) throws IOException {
        try {
            return JsonMapper.shared().readTree(response.getBody());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
