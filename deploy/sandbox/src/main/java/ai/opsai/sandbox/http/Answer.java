package ai.opsai.sandbox.http;

import java.time.Duration;

/** What goes back over the connection: a whole response, or one of the ways to fail a client. */
public sealed interface Answer permits Response, Answer.HalfBody, Answer.Drip, Answer.Silence, Answer.Reset {

    /** Announces the whole body, sends half of it and closes. */
    record HalfBody(Response response) implements Answer {}

    /** Sends nothing for a while, then the whole response. */
    record Drip(Response response, Duration delay) implements Answer {}

    /** Closes without a byte. */
    record Silence() implements Answer {}

    /** Resets the TCP connection. */
    record Reset() implements Answer {}
}
