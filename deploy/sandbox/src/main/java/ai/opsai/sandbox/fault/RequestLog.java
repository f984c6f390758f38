package ai.opsai.sandbox.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last requests, without anything secret: no headers, no parameters, no tokens that stand in paths. Thread-safe. */
public final class RequestLog {

    private static final int KEPT = 20_000;

    /** One request, in the order of arrival. */
    public record Entry(long number, String provider, String method, String path) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long number;

    public synchronized void add(String provider, String method, String path) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(
                ++number, provider, method, path.replaceAll("/(access|refresh)-tokens/.+", "/$1-tokens/***")));
    }

    public synchronized List<Entry> entries() {
        return new ArrayList<>(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** How many of the kept requests went to the provider on a path that contains {@code part}. */
    public long count(String provider, String part) {
        return entries().stream()
                .filter(entry ->
                        entry.provider().equals(provider) && entry.path().contains(part))
                .count();
    }
}
