package ai.opsai.sandbox.oauth;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.world.Lines;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page on which a person picks an account and allows or denies: plain HTML, usable by keyboard and by a program. */
final class ConsentPage {

    private static final String PAGE = String.join("\n", Lines.of(ConsentPage.class, "consent.html"));

    private final String provider;
    private final Map<String, String> accounts;

    /** @param accounts account names with their labels, the first one preselected */
    ConsentPage(String provider, Map<String, String> accounts) {
        this.provider = provider;
        this.accounts = accounts;
    }

    Response ask(Parameters query, List<String> scopes) {
        String chosen = query.first("login", accounts.keySet().iterator().next());
        String radios = accounts.entrySet().stream()
                .map(account -> radio(
                        account.getKey(), account.getValue(), account.getKey().equals(chosen)))
                .collect(Collectors.joining("\n"));
        String hidden = query.values().entrySet().stream()
                .map(parameter -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(
                                escape(parameter.getKey()),
                                escape(parameter.getValue().getFirst())))
                .collect(Collectors.joining("\n"));
        String list =
                scopes.stream().map(scope -> "<li>" + escape(scope) + "</li>").collect(Collectors.joining());
        return page(200, "Authorize access", """
                <p><strong>%s</strong> wants to read your %s account.</p>
                <ul>%s</ul>
                <form method="post">
                %s
                <fieldset><legend>Account</legend>
                %s
                </fieldset>
                <p><button name="decision" value="allow">Allow</button>
                <button name="decision" value="deny">Deny</button></p>
                </form>""".formatted(
                        escape(query.first("client_id", "")), provider, list, hidden, radios));
    }

    Response refusal(String reason) {
        return page(400, "This can't be authorized", "<p>" + escape(reason) + "</p>");
    }

    private Response page(int status, String title, String content) {
        return Response.html(
                status, PAGE.replace("{{title}}", title + " · " + provider).replace("{{content}}", content));
    }

    private static String radio(String account, String label, boolean checked) {
        return "<p><label><input type=\"radio\" name=\"account\" value=\"%s\"%s> %s</label></p>"
                .formatted(escape(account), checked ? " checked" : "", escape(label));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
