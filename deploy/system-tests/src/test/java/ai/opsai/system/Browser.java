package ai.opsai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's browser: cookies, redirects one by one, and the provider's consent form. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*>");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)=\"([^\"]*)\"");
    private static final int HOPS = 10;

    private final Consumer<HttpResponse<String>> witness;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Browser() {
        this(answer -> {});
    }

    /** @param witness sees every answer */
    Browser(Consumer<HttpResponse<String>> witness) {
        this.witness = witness;
    }

    /** From the authorization URL through consent to the page that the gateway sends the browser to. */
    URI consent(URI authorizationUrl) {
        return callback(allow(authorizationUrl));
    }

    /** From the authorization URL to where the provider sends the browser after consent: the gateway's callback. */
    URI allow(URI authorizationUrl) {
        return decide(authorizationUrl, "allow");
    }

    /** As {@link #allow}, but the person refuses. */
    URI deny(URI authorizationUrl) {
        return decide(authorizationUrl, "deny");
    }

    /** Opens the gateway's callback; returns where it leads. */
    URI callback(URI callback) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(callback).GET().build());
        if (answer.statusCode() != 303) {
            throw new AssertionError("the callback answered " + answer.statusCode() + ": " + answer.body());
        }
        return location(answer);
    }

    HttpResponse<String> open(URI address) {
        return send(HttpRequest.newBuilder(address).GET().build());
    }

    private URI decide(URI authorizationUrl, String decision) {
        URI page = authorizationUrl;
        HttpResponse<String> answer = open(page);
        for (int hop = 0; hop < HOPS && answer.statusCode() / 100 == 3; hop++) {
            page = location(answer);
            answer = open(page);
        }
        Matcher form = FORM.matcher(answer.body());
        if (answer.statusCode() != 200 || !form.find()) {
            throw new AssertionError("no consent page: " + answer.statusCode() + " " + answer.body());
        }
        String action = attribute(form.group(), "action");
        URI target = action.isEmpty() ? page : page.resolve(action);
        return location(send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields(answer.body(), decision)))
                .build()));
    }

    private static String fields(String page, String decision) {
        List<String> fields = new ArrayList<>();
        Matcher inputs = INPUT.matcher(page);
        while (inputs.find()) {
            if (inputs.group().contains("type=\"hidden\"") || inputs.group().contains("checked")) {
                fields.add(
                        encoded(attribute(inputs.group(), "name")) + "=" + encoded(attribute(inputs.group(), "value")));
            }
        }
        fields.add("decision=" + decision);
        return String.join("&", fields);
    }

    private static String attribute(String tag, String name) {
        Matcher attributes = ATTRIBUTE.matcher(tag);
        while (attributes.find()) {
            if (attributes.group(1).equals(name)) {
                return unescaped(attributes.group(2));
            }
        }
        return "";
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.uri()
                .resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(
                                () -> new AssertionError("no Location: " + answer.statusCode() + " " + answer.body())));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            witness.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
