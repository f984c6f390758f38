package ai.opsai.sampler;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A provider that answers by script, one answer after the other for each path, the last one for ever. It speaks HTTP over a
 * bare socket, so that it can also break off in the middle.
 */
public final class FakeProvider implements BeforeEachCallback, AfterEachCallback {

    private final Map<String, Deque<Reply>> script = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private ServerSocket server = unbound();

    /** What was asked. */
    public record Received(String method, String target, Map<String, String> headers, String body) {
        public String path() {
            return target.split("\\?", -1)[0];
        }
    }

    /** What is answered; {@code cutAt} breaks the connection after so many bytes of the body. */
    public record Reply(int status, Map<String, String> headers, String body, int cutAt, long delayMillis) {

        public static Reply json(String body) {
            return new Reply(200, Map.of("Content-Type", "application/json"), body, -1, 0);
        }

        public static Reply status(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body, -1, 0);
        }

        public static Reply html(String body) {
            return new Reply(200, Map.of("Content-Type", "text/html"), body, -1, 0);
        }

        public Reply header(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body, cutAt, delayMillis);
        }

        public Reply cutAt(int bytes) {
            return new Reply(status, headers, body, bytes, delayMillis);
        }

        public Reply after(long millis) {
            return new Reply(status, headers, body, cutAt, millis);
        }
    }

    /** Adds answers for a path without its query. */
    public FakeProvider on(String path, Reply... replies) {
        script.computeIfAbsent(path, _ -> new ArrayDeque<>()).addAll(List.of(replies));
        return this;
    }

    /** Forgets the script and what was asked. */
    public synchronized FakeProvider reset() {
        script.clear();
        received.clear();
        return this;
    }

    /** Drops the answer that would come next. */
    public synchronized void skip(String path) {
        var _ = java.util.Objects.requireNonNull(script.get(path)).removeFirst();
    }

    public List<Received> received() {
        return received;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ServerSocket listening = server;
        Thread.ofVirtual().start(() -> accept(listening));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        server.close();
        reset();
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Received request = read(socket);
            received.add(request);
            write(socket.getOutputStream(), next(request.path()));
        } catch (IOException | InterruptedException e) {
            // The client went away, which is its right.
        }
    }

    private synchronized Reply next(String path) {
        Deque<Reply> replies = script.get(path);
        if (replies == null) {
            return Reply.status(404, "{\"message\":\"Not Found\"}");
        }
        return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
    }

    private static Received read(Socket socket) throws IOException {
        var in = socket.getInputStream();
        String[] first = line(in).split(" ", -1);
        if (first.length < 2) {
            throw new IOException("no request");
        }
        var headers = new LinkedHashMap<String, String>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(first[0], first[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(java.io.InputStream in) throws IOException {
        var line = new StringBuilder();
        int c;
        while ((c = in.read()) >= 0 && c != '\n') {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void write(OutputStream out, Reply reply) throws IOException, InterruptedException {
        if (reply.delayMillis() > 0) {
            Thread.sleep(reply.delayMillis());
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("HTTP/1.1 " + reply.status() + " Scripted\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        out.write(body, 0, reply.cutAt() < 0 ? body.length : reply.cutAt());
        out.flush();
    }
}
