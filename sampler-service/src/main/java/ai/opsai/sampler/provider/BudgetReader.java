package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.RateLimit;
import ai.opsai.sampler.connector.Total;
import ai.opsai.sampler.manifest.Source;
import ai.opsai.sampler.provider.Courtesy.Rate;
import ai.opsai.sampler.provider.Courtesy.Sharing;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how much may be asked of a provider, in all and of each entity; what is not said has its default. */
final class BudgetReader {

    private BudgetReader() {}

    static Courtesy courtesy(Source.Mapping file) {
        Source.Mapping budget = file.mapping("budget");
        return new Courtesy(
                budget.number("requests", Courtesy.REQUESTS),
                budget.number("concurrency", Courtesy.CONCURRENCY),
                budget.has("rate") ? rate(budget.mapping("rate")) : null,
                file.has("rateLimit") ? limit(file.mapping("rateLimit")) : RateLimit.USUAL);
    }

    private static Rate rate(Source.Mapping source) {
        Sharing of = source.has("of") ? choice(source, "of", Sharing.values()) : Sharing.ACCOUNT;
        try {
            return new Rate(source.number("requests", 0), duration(source, "per", Duration.ZERO), of);
        } catch (IllegalArgumentException e) {
            throw source.problem(String.valueOf(e.getMessage()));
        }
    }

    private static RateLimit limit(Source.Mapping source) {
        Set<Integer> statuses = source.texts("statuses").stream()
                .map(status -> number(source, status))
                .collect(Collectors.toUnmodifiableSet());
        return new RateLimit(
                statuses.isEmpty() ? RateLimit.USUAL.statuses() : statuses,
                source.has("reset") ? reset(source.mapping("reset")) : null,
                source.optionalText("remaining"));
    }

    private static RateLimit.Reset reset(Source.Mapping source) {
        return new RateLimit.Reset(source.text("header"), choice(source, "meaning", RateLimit.Meaning.values()));
    }

    static EntityBudget entity(Source.Mapping source) {
        EntityBudget usual = EntityBudget.DEFAULT;
        return new EntityBudget(
                source.number("rows", usual.rows()),
                source.number("slices", usual.slices()),
                source.number("pages", usual.pages()),
                source.number("bytes", Math.toIntExact(usual.bytes())),
                source.number("requests", usual.requests()),
                duration(source, "time", usual.time()));
    }

    /** Where answers tell how many rows there are in all. */
    static Total total(Source.Mapping source) {
        if (source.has("header")) {
            return new Total.Header(source.text("header"));
        }
        if (source.has("lastPage")) {
            return new Total.LastPage(source.text("lastPage"));
        }
        if (source.list("path").isEmpty()) {
            throw source.problem("path, header or lastPage is missing");
        }
        return new Total.Body(source.texts("path"));
    }

    private static Duration duration(Source.Mapping source, String key, Duration otherwise) {
        String text = source.optionalText(key);
        try {
            return text == null ? otherwise : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw source.problem(key + " is no duration like PT10S");
        }
    }

    private static int number(Source.Mapping source, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw source.problem(text + " is no status");
        }
    }

    private static <E extends Enum<E>> E choice(Source.Mapping source, String key, E[] values) {
        String word = source.text(key);
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> source.problem(key + " is none of "
                        + Arrays.stream(values).map(BudgetReader::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
