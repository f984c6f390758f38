package ai.opsai.auth.console;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** Lays the page out. Plain on purpose: headings, lists, tables and two forms that work without a script. */
final class ConsolePage {

    private static final String STYLE = "/onboarding-v3/console.css";
    private static final String SCRIPT = "/onboarding-v3/console.js";

    private ConsolePage() {}

    /** What the page shows. */
    record Content(
            String tenant,
            List<Provider> providers,
            List<Connection> connections,
            @Nullable JsonNode schema,
            @Nullable String notice) {}

    static String of(Content content) {
        return new Html()
                .element(
                        "html",
                        html -> html.element("head", ConsolePage::head)
                                .element(
                                        "body",
                                        body -> body.element("main", main -> {
                                            main.text("h1", "Opsai Onboarding");
                                            main.text("p", "Tenant " + content.tenant());
                                            if (content.notice() != null) {
                                                main.text("p", content.notice(), "role", "status", "class", "notice");
                                            }
                                            providers(main, content);
                                            connections(main, content);
                                            next(main, content);
                                            schema(main, content.schema());
                                        }),
                                        "data-tenant",
                                        content.tenant()),
                        "lang",
                        "en")
                .page();
    }

    private static void head(Html head) {
        head.empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .text("title", "Opsai Onboarding")
                .empty("link", "rel", "stylesheet", "href", STYLE)
                .element("script", script -> {}, "src", SCRIPT, "defer", "defer");
    }

    private static void providers(Html main, Content content) {
        main.text("h2", "Providers");
        main.element(
                "ul",
                list -> content.providers()
                        .forEach(provider -> list.element("li", item -> {
                            if (provider.configured()) {
                                item.text(
                                        "a",
                                        "Connect " + provider.name(),
                                        "href",
                                        "/oauth2/authorization/" + provider.id() + "?tenantId="
                                                + UriUtils.encodeQueryParam(content.tenant(), StandardCharsets.UTF_8));
                            } else {
                                item.plain(provider.name()
                                        + ": no OAuth application is configured; connect it with a token.");
                            }
                        })));
    }

    private static void connections(Html main, Content content) {
        main.text("h2", "Connections");
        if (content.connections().isEmpty()) {
            main.text("p", "None yet.");
            return;
        }
        main.element("table", table -> {
            row(table, "th", "Provider", "Account", "State", "Sample");
            content.connections().forEach(connection -> {
                Account account = connection.account();
                row(
                        table,
                        "td",
                        connection.provider(),
                        account == null ? "" : account.label(),
                        connection.status().wire()
                                + (connection.reason() == null ? "" : " (" + connection.reason() + ")"),
                        sample(connection.sample()));
            });
        });
    }

    private static String sample(Connection.Sample sample) {
        return sample.status() == null ? "" : sample.status().wire() + ", version " + sample.version();
    }

    private static void next(Html main, Content content) {
        main.text("h2", "Organize");
        main.element(
                "form",
                form -> form.empty("input", "type", "hidden", "name", "tenantId", "value", content.tenant())
                        .text("button", "Next", "type", "submit"),
                "method",
                "post",
                "action",
                "/onboarding-v3/next");
    }

    private static void schema(Html main, @Nullable JsonNode schema) {
        main.text("h2", "Schema");
        if (schema == null) {
            main.text("p", "None yet.");
            return;
        }
        main.text(
                "p",
                "Version " + schema.path("version").asString("") + ", "
                        + schema.path("engine").asString(""));
        schema.path("entities").properties().forEach(entity -> {
            main.text("h3", entity.getKey());
            main.element("table", table -> {
                row(table, "th", "Field", "Type", "Key");
                entity.getValue()
                        .path("fields")
                        .properties()
                        .forEach(field -> row(
                                table,
                                "td",
                                field.getKey(),
                                field.getValue().path("type").asString(""),
                                field.getValue().path("primary").asBoolean(false) ? "primary" : ""));
            });
        });
    }

    private static void row(Html table, String cell, String... texts) {
        table.element("tr", row -> {
            for (String text : texts) {
                row.text(cell, text);
            }
        });
    }
}
