package ai.opsai.sampler.connector;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how many records there are in all. */
final class Totals {

    private Totals() {}

    /** Null where the answer does not tell. */
    static @Nullable Long of(Total place, Answer answer) {
        BigDecimal number = Numerals.of(
                switch (place) {
                    case Total.Body(List<String> path) -> text(Paths.get(answer.body(), path));
                    case Total.Header(String name) -> answer.header(name);
                    case Total.LastPage(String parameter) -> lastPage(answer, parameter);
                });
        return number == null || number.signum() < 0 ? null : number.longValue();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String lastPage(Answer answer, String parameter) {
        List<String> links = answer.headers().getOrDefault("link", List.of());
        String url = Links.of(links).getOrDefault("last", Map.of()).getOrDefault("url", "");
        Matcher page = Pattern.compile("[?&]" + Pattern.quote(parameter) + "=(\\d+)(&|$)")
                .matcher(url);
        return page.find() ? page.group(1) : null;
    }
}
