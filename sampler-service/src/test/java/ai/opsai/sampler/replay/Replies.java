package ai.opsai.sampler.replay;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers. */
final class Replies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Replies() {}

    static String text(@Nullable Object json) {
        return JSON.writeValueAsString(json);
    }

    static Exchange.Reply of(Body body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        body.headers()
                .forEach((name, value) -> headers.put(name, name.equals("link") ? link(value) : String.valueOf(value)));
        return new Exchange.Reply(200, headers, text(body.json()));
    }

    /** As RFC 8288 writes links. */
    private static String link(@Nullable Object links) {
        var text = new StringBuilder();
        Raw.map(links)
                .forEach((relation, link) -> text.append(text.isEmpty() ? "" : ", ")
                        .append("<%s>; rel=\"%s\"".formatted(Raw.text(Raw.map(link), "url"), relation)));
        return text.toString();
    }
}
