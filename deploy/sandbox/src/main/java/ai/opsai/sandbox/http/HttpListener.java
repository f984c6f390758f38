package ai.opsai.sandbox.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Listens on 127.0.0.1, one virtual thread per connection. Our own, because server libraries keep clients from seeing
 * exactly the faults that this one has to show: resets, silence, half a body.
 */
public final class HttpListener implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(5);

    private final ServerSocket server;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpListener(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
    }

    /** Listens from now on; port 0 takes a free one. */
    public static HttpListener start(int port, Handler handler) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            HttpListener listener = new HttpListener(server, handler);
            // A platform thread: it keeps the process alive, virtual threads wouldn't.
            Thread.ofPlatform().name("sandbox-" + server.getLocalPort()).start(listener::accept);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                if (server.isClosed()) {
                    closeQuietly(socket); // came in while the listener was closing
                } else {
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            } catch (IOException _) {
                // closed, or a client that left before it was served
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(IDLE.toMillis()));
            RequestReader reader =
                    new RequestReader(new BufferedInputStream(socket.getInputStream(), 8192), socket.getOutputStream());
            AnswerWriter writer = new AnswerWriter(socket);
            while (exchange(reader, writer)) {
                // as long as both sides keep the connection
            }
        } catch (IOException _) {
            // the client is gone: nobody to tell
        } finally {
            connections.remove(socket);
        }
    }

    private boolean exchange(RequestReader reader, AnswerWriter writer) throws IOException {
        @Nullable Request request;
        try {
            request = reader.next();
        } catch (ProtocolException e) {
            writer.write(Response.text(400, "Bad request: " + e.getMessage()).with("Connection", "close"), false);
            return false;
        }
        if (request == null) {
            return false;
        }
        boolean last = request.header("connection", "").equalsIgnoreCase("close");
        return writer.write(answer(request), request.method().equals("HEAD")) && !last;
    }

    private Answer answer(Request request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            return Response.text(500, "The sandbox itself failed: " + e);
        }
    }

    @Override
    public void close() {
        closeQuietly(server);
        connections.forEach(HttpListener::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // it is closed either way
        }
    }
}
