package ai.opsai.local.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks again while nobody answers: a service that died is started again by the supervisor, and nothing is lost. */
final class PatientHttp {

    private static final Duration RESTART = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int UNAVAILABLE = 503;

    private PatientHttp() {}

    static HttpResponse<String> send(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        long end = System.nanoTime() + RESTART.toNanos();
        while (true) {
            boolean last = System.nanoTime() > end;
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != UNAVAILABLE || last) {
                    return answer;
                }
            } catch (IOException e) {
                if (last) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE);
        }
    }
}
