package ai.opsai.sandbox.http;

/** Answers requests; called from many threads at once. */
@FunctionalInterface
public interface Handler {

    Answer handle(Request request);
}
