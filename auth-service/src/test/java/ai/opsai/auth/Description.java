package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document, as strict as a test wants it: a field that it does not name may not be answered. */
final class Description {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final JsonNode document;

    Description(JsonNode document) {
        this.document = document.deepCopy();
        close(this.document.path("components").path("schemas"));
    }

    JsonNode document() {
        return document;
    }

    /** Every call, as in {@code GET /api/providers}. */
    Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, call) -> {
                    if (METHODS.contains(method)) {
                        calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
                    }
                }));
        return calls;
    }

    JsonNode call(String name) {
        int blank = name.indexOf(' ');
        return document.path("paths")
                .path(name.substring(blank + 1))
                .path(name.substring(0, blank).toLowerCase(java.util.Locale.ROOT));
    }

    /** The answer has a described status, its content type, its headers and a body that fits. */
    void check(String name, Page page) {
        JsonNode answer = call(name).path("responses").path(Integer.toString(page.status()));
        assertThat(answer.isMissingNode())
                .as("%s answered %s, which is not described: %s", name, page.status(), page.text())
                .isFalse();
        answer.path("headers").forEachEntry((header, described) -> {
            if (described.path("required").asBoolean(false)) {
                assertThat(page.header(header)).as(name + " needs " + header).isNotEmpty();
            }
        });
        JsonNode contents = answer.path("content");
        if (contents.isEmpty()) {
            assertThat(page.text()).as(name).isEmpty();
        } else {
            String type = page.header("Content-Type").replaceAll(";.*", "");
            assertThat(contents.propertyNames()).as(name).contains(type);
            body(name, type, contents.path(type).path("schema"), page);
        }
    }

    private void body(String name, String type, JsonNode schema, Page page) {
        if (!type.endsWith("json")) {
            return;
        }
        if (type.startsWith("application/problem")) {
            String codes = call(name)
                    .path("responses")
                    .path(Integer.toString(page.status()))
                    .path("description")
                    .asString();
            assertThat(codes)
                    .as("%s does not describe the code", name)
                    .contains("`" + page.json().path("code").asString() + "`");
        }
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", document.path("components"));
        assertThat(SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                        .getSchema(whole.toString())
                        .validate(page.text(), InputFormat.JSON))
                .as("%s answered %s", name, page.text())
                .isEmpty();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(Description::close);
    }
}
