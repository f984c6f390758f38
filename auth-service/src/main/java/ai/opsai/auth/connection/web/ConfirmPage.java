package ai.opsai.auth.connection.web;

import ai.opsai.auth.connection.Ticket;
import ai.opsai.auth.provider.Provider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** What a browser sees that nobody knows yet: whose database the account will be connected to, before it is. */
final class ConfirmPage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private ConfirmPage() {}

    static ResponseEntity<String> of(Provider provider, Ticket ticket, String name) {
        String page = """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Connect %1$s</title></head>
                <body><main>
                <h1>Connect %1$s</h1>
                <p>Your %1$s account will be connected to the tenant <strong>%2$s</strong>.
                Go on only if you asked for this.</p>
                <p><a href="/oauth2/authorization/%3$s?ticket=%4$s&amp;confirmed=true">Go on to %1$s</a></p>
                </main></body>
                </html>
                """.formatted(
                        HtmlUtils.htmlEscape(provider.name()),
                        HtmlUtils.htmlEscape(ticket.tenant()),
                        provider.id(),
                        HtmlUtils.htmlEscape(name));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .body(page);
    }
}
