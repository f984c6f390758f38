package ai.opsai.sampler.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Link headers (RFC 8288) into what expressions see as {@code headers.link}. */
final class Links {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([\\w*]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]+))");

    private Links() {}

    static Map<String, Map<String, String>> of(List<String> headers) {
        var links = new LinkedHashMap<String, Map<String, String>>();
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                var parameters = new LinkedHashMap<String, String>();
                parameters.put("url", link.group(1));
                Matcher parameter = PARAMETER.matcher(link.group(2));
                while (parameter.find()) {
                    String quoted = parameter.group(2);
                    parameters.put(parameter.group(1), quoted == null ? parameter.group(3) : quoted);
                }
                links.put(parameters.getOrDefault("rel", link.group(1)), parameters);
            }
        }
        return links;
    }
}
