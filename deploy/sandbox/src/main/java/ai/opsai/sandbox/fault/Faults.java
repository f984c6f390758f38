package ai.opsai.sandbox.fault;

import ai.opsai.sandbox.http.Answer;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.http.Site;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults in force. Thread-safe; the oldest that matches strikes, and counts, alone. */
public final class Faults {

    private record Armed(Fault fault, AtomicInteger met, AtomicInteger struck) {

        boolean strikes() {
            return met.incrementAndGet() > fault.afterRequests() && struck.incrementAndGet() <= fault.times();
        }
    }

    private final List<Armed> armed = new CopyOnWriteArrayList<>();

    public void add(Fault fault) {
        armed.add(new Armed(fault, new AtomicInteger(), new AtomicInteger()));
    }

    public void clear() {
        armed.clear();
    }

    public List<Fault> all() {
        return armed.stream().map(Armed::fault).toList();
    }

    /** The right answer, unless a fault strikes this request: {@code right} is asked only where it is needed. */
    public Answer apply(Site site, String path, Supplier<Response> right) {
        Failure failure = striking(site.name(), path);
        return switch (failure) {
            case null -> right.get();
            case Failure.Status(int code, var retryAfter) -> {
                Response error = site.error(code);
                yield retryAfter == null ? error : error.with("Retry-After", Long.toString(retryAfter.toSeconds()));
            }
            case Failure.Html() ->
                Response.html(200, "<!doctype html><html><body><h1>We'll be back soon</h1></body></html>");
            case Failure.HalfBody() -> new Answer.HalfBody(right.get());
            case Failure.MalformedJson() -> malformed(right.get());
            case Failure.Empty() -> new Answer.Silence();
            case Failure.Reset() -> new Answer.Reset();
            case Failure.Slow(var delay) -> new Answer.Drip(right.get(), delay);
            case Failure.Redirect(String location) -> Response.redirect(location);
        };
    }

    private @Nullable Failure striking(String site, String path) {
        for (Armed candidate : armed) {
            if (candidate.fault().concerns(site, path) && candidate.strikes()) {
                return candidate.fault().failure();
            }
        }
        return null;
    }

    private static Response malformed(Response response) {
        String body = response.body();
        return new Response(response.status(), response.headers(), body.substring(0, body.length() * 2 / 3) + "\",,}");
    }
}
