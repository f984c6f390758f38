package ai.opsai.sampler.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.FakeProvider.Received;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.manifest.Source;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request that a connector must send, and the provider's answer to it. */
record Exchange(Contract contract, Source.Mapping file) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The path that is asked, as it goes over the wire. */
    String path() {
        String target = file.text("ask").split(" ", 2)[1];
        return target.split("\\?", 2)[0];
    }

    /** @param url stands for {@code {base}} in links that the provider makes */
    Reply reply(String url) {
        var published = new PublishedObjects(contract.id(), url + contract.base());
        Source answer = file.get("answer");
        Object body = answer == null ? "" : published.in(answer.plain());
        Reply reply = Reply.status(
                file.number("status", 200), body instanceof String text ? text : JSON.writeValueAsString(body));
        if (file.has("answerHeaders")) {
            for (var header : file.mapping("answerHeaders").entries().entrySet()) {
                reply = reply.header(
                        header.getKey(),
                        String.valueOf(published.in(header.getValue().plain())));
            }
        }
        return reply;
    }

    void assertSent(Received request) {
        assertThat(words(request.method() + " " + request.target(), true)).isEqualTo(words(file.text("ask"), false));
        expectedHeaders()
                .forEach((name, value) ->
                        assertThat(request.headers()).containsEntry(name.toLowerCase(Locale.ROOT), value));
        if (file.has("body")) {
            JsonNode expected =
                    JSON.readTree(JSON.writeValueAsString(file.mapping("body").plain()));
            assertHolds(JSON.readTree(request.body()), expected);
        }
        assertThat(file.texts("says"))
                .allSatisfy(text -> assertThat(request.body()).contains(text));
    }

    private Map<String, String> expectedHeaders() {
        var headers = new LinkedHashMap<String, String>();
        headers.put(contract.header().name(), contract.header().prefix() + ContractRun.TOKEN);
        for (Source.Mapping owner : List.of(contract.file(), file)) {
            if (owner.has("headers")) {
                owner.mapping("headers")
                        .entries()
                        .forEach((name, value) ->
                                headers.put(name, String.valueOf(value.plain()).replace("{token}", ContractRun.TOKEN)));
            }
        }
        return headers;
    }

    /** Method, path and parameters; the order of parameters means nothing. */
    private static List<String> words(String request, boolean encoded) {
        String[] parts = request.split("\\?", 2);
        var words = Arrays.stream(parts.length == 1 ? new String[0] : parts[1].split("&", -1))
                .map(pair -> encoded ? URLDecoder.decode(pair, StandardCharsets.UTF_8) : pair)
                .sorted()
                .toList();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(parts[0]), words.stream())
                .toList();
    }

    /** Every member that is expected is there; others may be as well. */
    private static void assertHolds(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties().forEach(entry -> assertHolds(actual.path(entry.getKey()), entry.getValue()));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
