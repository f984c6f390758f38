package ai.opsai.local.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a consent page: where it goes, and what it sends when a person presses the button that allows. */
record ConsentForm(URI target, Map<String, String> fields) {

    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
    private static final Pattern CONTROL = Pattern.compile("<(?:input|button)\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    /** Reads the page's only form; nothing when the page has none. */
    static Optional<ConsentForm> of(Browser.Page page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            return Optional.empty();
        }
        String action = attributes(form.group()).getOrDefault("action", "");
        URI target = action.isEmpty() ? page.address() : page.address().resolve(action);
        return Optional.of(new ConsentForm(target, sent(page.body().substring(form.end()))));
    }

    private static Map<String, String> sent(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher controls = CONTROL.matcher(html);
        while (controls.find()) {
            Map<String, String> control = attributes(controls.group());
            if (control.containsKey("name") && isSent(controls.group(), control)) {
                fields.putIfAbsent(control.get("name"), control.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    /** Chosen radios and boxes, the button that allows, and everything that is no choice. */
    private static boolean isSent(String tag, Map<String, String> control) {
        if (tag.startsWith("<button")) {
            return control.getOrDefault("value", "").equals("allow");
        }
        return switch (control.getOrDefault("type", "text")) {
            case "radio", "checkbox" -> tag.contains(" checked");
            default -> true;
        };
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            attributes.put(matcher.group(1), unescaped(matcher.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
