package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans the pages of a slice: how many records each has, which token asks for it, and what it says of the next. */
final class Paginator {

    private static final int SMALL = 3;
    private static final int MANY = 1_200;

    private final Map<String, @Nullable Object> component;
    private final Map<String, @Nullable Object> strategy;
    private final Rendering rendering;

    /** One page: the token that asks for it and how many records it has. */
    record Step(@Nullable Object token, int records, boolean last) {}

    Paginator(Map<String, @Nullable Object> component, Rendering rendering) {
        this.component = component;
        this.strategy = Raw.map(component.get("pagination_strategy"));
        this.rendering = rendering.with("parameters", Raw.map(strategy.get("$parameters")));
    }

    boolean pages() {
        return Raw.text(component, "type").equals("DefaultPaginator")
                && !Raw.text(strategy, "type").startsWith("Custom");
    }

    boolean byCursor() {
        return pages() && Raw.text(strategy, "type").equals("CursorPagination");
    }

    boolean byPath() {
        return Raw.text(tokenOption(), "type").equals("RequestPath");
    }

    Map<String, @Nullable Object> tokenOption() {
        return Raw.map(component.get("page_token_option"));
    }

    Map<String, @Nullable Object> sizeOption() {
        return Raw.map(component.get("page_size_option"));
    }

    /** Zero where the manifest names none. */
    int pageSize() {
        Object size = pages() ? rendering.value(strategy.get("page_size")) : null;
        if (size == null || size instanceof Number) {
            return size instanceof Number number ? number.intValue() : 0;
        }
        throw new NotReplayed("a page size that is no number");
    }

    /** How many records the pages of one slice have. */
    List<Integer> sizes(boolean several) {
        if (!pages() || byCursor()) {
            return !pages() || !several ? List.of(SMALL) : List.of(SMALL, SMALL, 2);
        }
        int size = pageSize();
        if (size > MANY) {
            return List.of(SMALL);
        }
        if (size == 0) {
            return several ? List.of(SMALL, SMALL, 0) : List.of(2, 0);
        }
        return !several
                ? size == 1 ? List.of(1, 0) : List.of(Math.min(2, size - 1))
                : size > 250 ? List.of(size, 1) : List.of(size, size, size / 2);
    }

    /** The token of a page by number or offset; null where none is sent. */
    @Nullable
    Object token(int page, int offset) {
        boolean first = page == 0;
        boolean inject = "true".equalsIgnoreCase(Raw.text(strategy, "inject_on_first_request"));
        return switch (Raw.text(strategy, "type")) {
            case "PageIncrement" -> first && !inject ? null : (Object) (start() + page);
            case "OffsetIncrement" -> first && !inject ? null : (Object) (long) offset;
            default -> throw new NotReplayed("the pagination " + Raw.text(strategy, "type"));
        };
    }

    private long start() {
        Object start = rendering.value(strategy.get("start_from_page"));
        return start instanceof Number number ? number.longValue() : 0;
    }

    /** The body of a page by cursor, and the token of the next page; the token is null on the last one. */
    record Cursor(Body body, @Nullable Object next) {}

    Cursor cursor(
            Body body,
            List<Map<String, @Nullable Object>> records,
            boolean last,
            @Nullable Object current,
            String token,
            String url) {
        List<String> expressions = List.of(Raw.text(strategy, "cursor_value"), Raw.text(strategy, "stop_condition"));
        List<List<String>> inBody = Search.paths("response", expressions);
        List<List<String>> inHeaders = Search.paths("headers", expressions);
        var candidates = new ArrayList<@Nullable Object>();
        candidates.addAll(last ? lastCandidates() : byPath() ? List.of(url, token) : List.of(token, url));
        candidates.addAll(Search.literals(expressions));
        candidates.addAll(last ? List.of(1L) : List.of(true, false, 2L, 1_000_000L, Missing.ABSENT));
        return Search.first(inBody.size() + inHeaders.size(), candidates, values -> {
                    Optional<Body> made = filled(body, inBody, inHeaders, values);
                    return made.flatMap(each -> accepted(each, records, last))
                            .filter(cursor -> last || !Objects.equals(cursor.next(), current));
                })
                .orElseThrow(() -> new NotReplayed("no answer found for " + expressions));
    }

    private static List<@Nullable Object> lastCandidates() {
        var candidates = new ArrayList<@Nullable Object>();
        candidates.add(Missing.ABSENT);
        candidates.add(null);
        candidates.addAll(List.of("", false, true, 0L));
        return candidates;
    }

    private static Optional<Body> filled(
            Body body, List<List<String>> inBody, List<List<String>> inHeaders, List<@Nullable Object> values) {
        Optional<Body> made = Optional.of(body);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            List<String> path = i < inBody.size() ? inBody.get(i) : inHeaders.get(i - inBody.size());
            boolean header = i >= inBody.size();
            made = made.flatMap(each -> header ? header(each, path, value) : each.with(path, value));
        }
        return made;
    }

    private static Optional<Body> header(Body body, List<String> path, @Nullable Object value) {
        if (path.getFirst().equals("link")) {
            boolean url = value instanceof String text && text.startsWith("http");
            return value == Missing.ABSENT
                    ? Optional.of(body)
                    : url && path.size() > 1
                            ? Optional.of(body.withHeader("link", Map.of(path.get(1), Map.of("url", value))))
                            : Optional.empty();
        }
        boolean text = value instanceof String || value instanceof Long;
        return value == Missing.ABSENT
                ? Optional.of(body)
                : text && path.size() == 1
                        ? Optional.of(body.withHeader(path.getFirst(), String.valueOf(value)))
                        : Optional.empty();
    }

    private Optional<Cursor> accepted(Body body, List<Map<String, @Nullable Object>> records, boolean last) {
        var headers = new LinkedHashMap<String, @Nullable Object>(body.headers());
        headers.putIfAbsent("link", Map.of());
        Rendering seen = rendering
                .with("response", body.json())
                .with("headers", headers)
                .with("last_record", records.isEmpty() ? null : records.getLast())
                .with("last_page_size", (long) records.size());
        Object stop = strategy.get("stop_condition");
        boolean stops = stop != null && seen.condition(stop);
        Object next = stops ? null : seen.value(strategy.get("cursor_value"));
        boolean none = !Values.condition(next);
        if (last) {
            return none ? Optional.of(new Cursor(body, null)) : Optional.empty();
        }
        boolean usable = next instanceof String text
                ? !byPath() || text.startsWith("http")
                : next instanceof Number && !byPath();
        return !none && usable ? Optional.of(new Cursor(body, next)) : Optional.empty();
    }
}
