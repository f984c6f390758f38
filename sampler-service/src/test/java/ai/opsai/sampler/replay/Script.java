package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a provider expects and answers while one stream is read, and what went wrong. Thread-safe. */
final class Script {

    private static final Exchange.Reply REFUSED =
            new Exchange.Reply(400, Map.of("Content-Type", "application/json"), "{\"error\":\"unexpected request\"}");

    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();
    private final Map<String, Exchange.Reply> logins = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Expects a request; when it is the same as another, its answer follows that one's. */
    synchronized void expect(Sketch sketch, boolean once, Exchange.Reply reply) {
        exchanges
                .computeIfAbsent(sketch.canonical(), request -> new Exchange(request, sketch.headers(), once))
                .answering(reply);
    }

    /** Lets a login happen, however often: what it must carry is not checked, but its token is. */
    synchronized void login(String method, String address, Exchange.Reply reply) {
        logins.put(method + " " + address.split("\\?", -1)[0], reply);
    }

    synchronized Exchange.Reply answer(Received received) {
        Exchange.Reply login =
                logins.get(received.method() + " " + received.url().split("\\?", -1)[0]);
        String request = Canonical.request(received);
        Exchange exchange = exchanges.get(request);
        if (exchange == null) {
            return login == null
                    ? refused("unexpected request\n  " + request + "\n  expected is " + expected())
                    : login;
        }
        List<String> wrong = exchange.wrongHeaders(received);
        if (!wrong.isEmpty()) {
            return refused(String.join(", ", wrong) + " in " + request);
        }
        Exchange.Reply reply = exchange.next();
        return reply == null ? refused("asked too often\n  " + request) : reply;
    }

    private Exchange.Reply refused(String problem) {
        problems.add(problem);
        return REFUSED;
    }

    private @Nullable String expected() {
        return exchanges.values().stream()
                .filter(Exchange::unanswered)
                .map(Exchange::request)
                .findFirst()
                .orElse("nothing more");
    }

    synchronized void problem(String problem) {
        problems.add(problem);
    }

    /** What went wrong so far, with the requests that never came. */
    synchronized List<String> problems() {
        var all = new ArrayList<>(problems);
        exchanges.values().stream()
                .filter(Exchange::unanswered)
                .limit(3)
                .forEach(exchange -> all.add("never asked\n  " + exchange.request()));
        return all;
    }
}
