package ai.opsai.auth.provider;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps whose values are templates. */
final class Filled {

    private Filled() {}

    static Map<String, String> in(Map<String, String> templates, Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        templates.forEach((name, template) -> filled.put(name, Templates.fill(template, values)));
        return filled;
    }
}
