package ai.opsai.platform.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no handler runs: in filters and in the error page of the container. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, ProblemCode code, String detail) throws IOException {
        response.setStatus(code.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        byte[] body = json.writeValueAsBytes(Problem.of(code, detail, CorrelationId.current()));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
