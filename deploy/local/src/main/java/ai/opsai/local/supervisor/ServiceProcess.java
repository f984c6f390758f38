package ai.opsai.local.supervisor;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Patience;
import ai.opsai.local.process.Running;
import ai.opsai.local.process.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One of our own programs: ready when the address that tells so answers 200, given time to finish when it ends. */
public final class ServiceProcess implements Running {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration ONE_TRY = Duration.ofSeconds(5);

    /** A first good end also writes the start-up cache, which takes longer than ending. */
    private static final Duration END = Duration.ofMinutes(2);

    private final Child child;
    private final URI readiness;

    private ServiceProcess(Child child, URI readiness) {
        this.child = child;
        this.readiness = readiness;
    }

    /** Starts it; whether it works is for {@link #awaitReady} to say. */
    public static ServiceProcess launch(Command command, URI readiness) {
        return new ServiceProcess(Child.start(command), readiness);
    }

    @Override
    public Child child() {
        return child;
    }

    @Override
    public ServiceProcess awaitReady() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(ONE_TRY).build()) {
            if (!Patience.until(START, () -> !child.alive() || ready(http)) || !child.alive()) {
                throw child.failure("did not start");
            }
        }
        return this;
    }

    private boolean ready(HttpClient http) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(readiness).timeout(ONE_TRY).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean stop() {
        return child.stop(Signal.TERM, END);
    }
}
