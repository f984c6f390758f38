package ai.opsai.auth.connection.web;

import ai.opsai.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** What a browser shows when it can't be led on: the problem's own sentences, since nobody reads JSON there. */
final class RefusalPage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private RefusalPage() {}

    /** Whether a person looks at the answer. */
    static boolean wanted(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    static ResponseEntity<String> of(Problem problem) {
        String page = """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title></head>
                <body><main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="/onboarding-v3">Back to your connections</a></p>
                <p><small>Code <code>%3$s</code>, correlation id <code>%4$s</code></small></p>
                </main></body>
                </html>
                """.formatted(
                        HtmlUtils.htmlEscape(problem.title()),
                        HtmlUtils.htmlEscape(problem.detail()),
                        problem.code(),
                        HtmlUtils.htmlEscape(String.valueOf(problem.correlationId())));
        return answer(problem, HTML).body(page);
    }

    static ResponseEntity<Problem> asJson(Problem problem) {
        return answer(problem, MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static ResponseEntity.BodyBuilder answer(Problem problem, MediaType type) {
        return ResponseEntity.status(problem.status())
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer");
    }
}
