package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.Page;
import ai.opsai.sampler.connector.ParentRecords;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.connector.Total;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads pages, each at most once per job: what is stored is not asked for again. Thread-safe. */
final class StoredReads {

    private final StreamReader reader;
    private final Access access;
    private final Pages pages;
    private final Lane lane;
    private final RequestBudget budget;

    StoredReads(StreamReader reader, Access access, Pages pages, Lane lane, RequestBudget budget) {
        this.reader = reader;
        this.access = access;
        this.pages = pages;
        this.lane = lane;
        this.budget = budget;
    }

    /** What is read of a page before it is stored. */
    private record Content(
            List<Map<String, @Nullable Object>> rows,
            @Nullable Position next,
            @Nullable Long total) {}

    /** The same, within a part of the budget. */
    StoredReads within(RequestBudget part) {
        return new StoredReads(reader, access, pages, lane, part);
    }

    List<Slice> slices(StreamPlan plan, ParentRecords parents) {
        return access.with(held -> reader.slices(plan, held, parents));
    }

    StoredPage page(String key, StreamPlan plan, List<Slice> slices, Position at) {
        return page(key, plan, slices, at, null);
    }

    /** @param total where its answer may tell how many rows there are in all */
    StoredPage page(String key, StreamPlan plan, List<Slice> slices, Position at, @Nullable Total total) {
        return stored(key, held -> {
            Page page = reader.page(plan, slices, at, held, budget);
            return new Content(page.records(), page.next(), total == null ? null : page.total(total));
        });
    }

    /** A look-up's answer: the only page of a single slice. */
    StoredPage lookup(String key, StreamPlan plan, Slice slice) {
        return page(key, plan, List.of(slice), Position.START);
    }

    /** Names of the properties that rows of the stream must be asked for. */
    List<String> properties(StreamPlan plan) {
        StoredPage page = stored(
                "properties/" + plan.name(),
                held -> new Content(List.of(Map.of("names", reader.properties(plan, held, budget))), null, null));
        return page.rows().getFirst().get("names") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private StoredPage stored(String key, Function<ProviderAccess, Content> read) {
        return pages.find(key)
                .map(page -> {
                    budget.remember(page.requests());
                    return page;
                })
                .orElseGet(() -> lane.in(() -> {
                    StoredPage page = measured(read);
                    pages.store(key, page);
                    return page;
                }));
    }

    private StoredPage measured(Function<ProviderAccess, Content> read) {
        int requests = budget.used();
        long bytes = budget.bytes();
        long begun = System.nanoTime();
        Content content = access.with(read);
        return new StoredPage(
                content.rows(),
                content.next(),
                budget.used() - requests,
                budget.bytes() - bytes,
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                content.total());
    }
}
