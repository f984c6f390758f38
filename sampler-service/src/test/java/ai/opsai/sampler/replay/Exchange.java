package ai.opsai.sampler.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request that must come, and its answers in their order; the stream's own must come exactly so often. */
final class Exchange {

    private final String request;
    private final Map<String, Set<String>> headers;
    private final boolean once;
    private final Deque<Reply> replies = new ArrayDeque<>();

    /** What is answered. */
    record Reply(int status, Map<String, String> headers, String body) {}

    Exchange(String request, Map<String, Set<String>> headers, boolean once) {
        this.request = request;
        this.headers = Map.copyOf(headers);
        this.once = once;
    }

    Exchange answering(Reply reply) {
        replies.add(reply);
        return this;
    }

    String request() {
        return request;
    }

    boolean unanswered() {
        return once && !replies.isEmpty();
    }

    /** The next answer; null when there is none left. */
    @Nullable
    Reply next() {
        return once || replies.size() > 1 ? replies.poll() : replies.peek();
    }

    /** What is wrong with the headers of a request, empty when nothing is. */
    List<String> wrongHeaders(Received received) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .map(String::strip)
                        .noneMatch(value -> value.equals(received.header(entry.getKey()))))
                .map(entry -> "header " + entry.getKey() + " is " + received.header(entry.getKey()) + ", not "
                        + String.join(" or ", entry.getValue()))
                .toList();
    }
}
