package ai.opsai.benchmarks.read;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The least that can read a paged stream: the JDK's HTTP client and Jackson. It checks nothing. */
public final class BareReader implements Reader {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final PagedProvider provider;
    private final JsonMapper json = JsonMapper.builder().build();

    public BareReader(PagedProvider provider) {
        this.provider = provider;
    }

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public void read(IntConsumer page) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            int count = 0;
            Object after = "0";
            while (after != null) {
                URI uri = provider.address().resolve("/customers?after=" + after);
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer token")
                        .build();
                byte[] body = http.send(request, BodyHandlers.ofByteArray()).body();
                Map<String, @Nullable Object> answer = json.readValue(body, OBJECT);
                count += answer.get("data") instanceof List<?> records ? records.size() : 0;
                page.accept(count);
                after = answer.get("next");
            }
        }
    }
}
