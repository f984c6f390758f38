package ai.opsai.auth.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes server-sent events to one browser. */
final class EventStream {

    private final OutputStream out;

    EventStream(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        this.out = response.getOutputStream();
        response.flushBuffer();
    }

    void event(long id, String name, String json) throws IOException {
        write("id: " + id + "\nevent: " + name + "\ndata: " + json + "\n\n");
    }

    void end() throws IOException {
        write("event: end\ndata: {}\n\n");
    }

    void comment() throws IOException {
        write(": still here\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
