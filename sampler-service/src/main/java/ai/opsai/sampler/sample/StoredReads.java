package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.Page;
import ai.opsai.sampler.connector.ParentRecords;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import java.util.List;
import java.util.function.Supplier;

/** Reads pages, each at most once per job: what is stored is not asked for again. */
final class StoredReads {

    private final StreamReader reader;
    private final Access access;
    private final Pages pages;
    private final RequestBudget budget;

    StoredReads(StreamReader reader, Access access, Pages pages, RequestBudget budget) {
        this.reader = reader;
        this.access = access;
        this.pages = pages;
        this.budget = budget;
    }

    List<Slice> slices(StreamPlan plan, ParentRecords parents) {
        return access.with(held -> reader.slices(plan, held, parents));
    }

    StoredPage page(String key, StreamPlan plan, List<Slice> slices, Position at) {
        return stored(key, () -> {
            int before = budget.used();
            Page page = access.with(held -> reader.page(plan, slices, at, held, budget));
            return new StoredPage(page.records(), page.next(), budget.used() - before);
        });
    }

    /** A look-up's answer: the only page of a single slice. */
    StoredPage lookup(String key, StreamPlan plan, Slice slice) {
        return page(key, plan, List.of(slice), Position.START);
    }

    /** Names of the properties that rows of the stream must be asked for. */
    List<String> properties(StreamPlan plan) {
        StoredPage page = stored("properties/" + plan.name(), () -> {
            int before = budget.used();
            List<String> names = access.with(held -> reader.properties(plan, held, budget));
            return new StoredPage(List.of(java.util.Map.of("names", names)), null, budget.used() - before);
        });
        return page.rows().getFirst().get("names") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private StoredPage stored(String key, Supplier<StoredPage> read) {
        return pages.find(key).orElseGet(() -> {
            StoredPage page = read.get();
            pages.store(key, page);
            return page;
        });
    }
}
