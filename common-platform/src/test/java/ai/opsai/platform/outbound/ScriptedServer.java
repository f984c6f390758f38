package ai.opsai.platform.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that writes exactly the bytes it is told to, one connection per request. */
final class ScriptedServer implements AutoCloseable {

    /** What to do with the connection once the head of the request was read. */
    interface Answer {
        void write(String requestHead, OutputStream out) throws IOException, InterruptedException;
    }

    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private ScriptedServer(Answer answer) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> serve(answer));
    }

    static ScriptedServer answering(Answer answer) {
        try {
            return new ScriptedServer(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScriptedServer answering(String raw) {
        return answering((head, out) -> out.write(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    List<String> requests() {
        return requests;
    }

    private void serve(Answer answer) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection, answer));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void answer(Socket connection, Answer answer) {
        try (connection) {
            String head = head(connection.getInputStream());
            requests.add(head);
            answer.write(head, connection.getOutputStream());
        } catch (IOException | InterruptedException _) {
            // The client went away, which some tests want.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || next == TLS_HANDSHAKE) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
