package ai.opsai.auth.console;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Builds a page in which every text is escaped: there is no way to add markup that came from outside. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** An element around what the content adds; attributes are name and value in turn. */
    Html element(String name, Consumer<Html> content, String... attributes) {
        open(name, attributes);
        content.accept(this);
        out.append("</").append(name).append(">\n");
        return this;
    }

    Html text(String name, @Nullable Object text, String... attributes) {
        return element(name, html -> html.plain(text), attributes);
    }

    /** An element that has no content. */
    Html empty(String name, String... attributes) {
        open(name, attributes);
        out.append('\n');
        return this;
    }

    Html plain(@Nullable Object text) {
        out.append(HtmlUtils.htmlEscape(text == null ? "" : text.toString()));
        return this;
    }

    private void open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            plain(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    String page() {
        return "<!DOCTYPE html>\n" + out;
    }
}
