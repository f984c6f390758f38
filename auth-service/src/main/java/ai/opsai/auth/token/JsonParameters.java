package ai.opsai.auth.token;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/** Writes the parameters of a token request as JSON, for providers that take no form. */
final class JsonParameters implements HttpMessageConverter<MultiValueMap<String, String>> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return MultiValueMap.class.isAssignableFrom(type) && MediaType.APPLICATION_JSON.equals(mediaType);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public MultiValueMap<String, String> read(
            Class<? extends MultiValueMap<String, String>> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("requests only", message);
    }

    @Override
    public void write(MultiValueMap<String, String> parameters, @Nullable MediaType type, HttpOutputMessage message)
            throws IOException {
        message.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        message.getBody().write(JsonMapper.shared().writeValueAsBytes(parameters.toSingleValueMap()));
    }
}
