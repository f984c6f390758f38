package ai.opsai.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** Writes answers to a connection, the broken ones too. */
final class AnswerWriter {

    private final Socket socket;
    private final OutputStream out;

    AnswerWriter(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** True when the connection can carry another request. */
    boolean write(Answer answer, boolean headOnly) throws IOException {
        return switch (answer) {
            case Response whole -> {
                byte[] body = whole.body().getBytes(UTF_8);
                send(whole, body, headOnly ? 0 : body.length);
                yield true;
            }
            case Answer.Drip(Response whole, Duration delay) -> {
                pause(delay);
                yield write(whole, headOnly);
            }
            case Answer.HalfBody(Response whole) -> {
                byte[] body = whole.body().getBytes(UTF_8);
                send(whole, body, body.length / 2);
                yield false;
            }
            case Answer.Silence() -> false;
            case Answer.Reset() -> {
                socket.setSoLinger(true, 0);
                yield false;
            }
        };
    }

    private void send(Response response, byte[] body, int bytes) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream(512 + bytes);
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(reason(response.status()))
                .append("\r\n");
        response.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (response.status() != 204 && response.status() != 304) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        packet.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        packet.write(body, 0, bytes);
        packet.writeTo(out);
        out.flush();
    }

    private static void pause(Duration delay) throws IOException {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException _) {
            throw new IOException("stopped");
        }
    }

    private static String reason(int status) {
        return switch (status / 100) {
            case 2 -> "OK";
            case 3 -> "Elsewhere";
            case 4 -> "Client Error";
            default -> "Server Error";
        };
    }
}
