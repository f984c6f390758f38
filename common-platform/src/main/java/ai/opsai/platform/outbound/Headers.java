package ai.opsai.platform.outbound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.Header;

/** Headers of the library as a map by lower-case name. */
final class Headers {

    private Headers() {}

    static Map<String, List<String>> of(Header[] headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Header header : headers) {
            byName.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        byName.replaceAll((name, values) -> List.copyOf(values));
        return byName;
    }
}
