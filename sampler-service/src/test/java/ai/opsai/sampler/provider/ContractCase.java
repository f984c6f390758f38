package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.Page;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.manifest.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One read of a contract: an entity's list to its end, one batch of a look-up, the names of an entity's fields, or how many
 * rows of it there are.
 */
record ContractCase(Contract contract, Source.Mapping file) {

    private static final List<String> KINDS = List.of("read", "lookUp", "labels", "total");

    /** What reads: a stream with its slices, or another retriever with one of its own. */
    record Reads(StreamPlan plan, List<Slice> slices) {}

    private String kind() {
        return KINDS.stream().filter(file::has).findFirst().orElseThrow();
    }

    boolean lists() {
        return kind().equals("read");
    }

    /** Whether it reads what people call an entity's fields. */
    boolean names() {
        return kind().equals("labels");
    }

    boolean counts() {
        return kind().equals("total");
    }

    String entity() {
        return file.text(kind());
    }

    /** Whether what it reads are rows of the entity. */
    boolean readsRows() {
        return lists() || !by().isEmpty();
    }

    /** Empty where the case looks nothing up. */
    String by() {
        return kind().equals("lookUp") ? file.text("by") : "";
    }

    /** The first of its kind, or the one that the case counts. */
    Lookup lookup() {
        return contract.provider().lookups(entity(), by()).get(file.number("which", 1) - 1);
    }

    /** @param sliced cuts a stream by the parents that the case names */
    Reads reads(Function<StreamPlan, List<Slice>> sliced) {
        if (names()) {
            StreamPlan plan = labelled().plan();
            return new Reads(
                    plan, parents().isEmpty() ? List.of(Slice.of(Map.of("entity", entity()))) : sliced.apply(plan));
        }
        StreamPlan counting = counts() ? counted().request() : null;
        if (counting != null) {
            return new Reads(counting, List.of(Slice.WHOLE));
        }
        StreamPlan plan = contract.provider().connector().plan(entity()).orElseThrow();
        return lists() || counts() ? new Reads(plan, sliced.apply(plan)) : looksUp();
    }

    private LabelRule labelled() {
        return contract.provider().labels().stream()
                .filter(rule -> rule.entity().equals(entity()))
                .findFirst()
                .orElseThrow();
    }

    private TotalRule counted() {
        EntityPlan plan = Objects.requireNonNull(contract.provider().entities().get(entity()));
        return Objects.requireNonNull(plan.total());
    }

    /** How many rows the page says there are; null where it doesn't, or wasn't asked. */
    @Nullable
    Long total(Page page) {
        return counts() ? page.total(counted().place()) : null;
    }

    private Reads looksUp() {
        Lookup lookup = lookup();
        var slice = new LinkedHashMap<String, @Nullable Object>();
        slice.put("values", file.texts("values"));
        slice.put("field", file.optionalText("field"));
        if (!lookup.properties().isEmpty()) {
            slice.put("properties", file.texts("properties"));
        }
        return new Reads(lookup.plan(), List.of(Slice.of(slice)));
    }

    @SuppressWarnings("unchecked") // rows of YAML are maps from text
    List<Map<String, @Nullable Object>> parents() {
        return file.mappings("parents").stream()
                .map(row -> (Map<String, @Nullable Object>) row.plain())
                .toList();
    }

    List<Exchange> exchanges() {
        return file.mappings("exchanges").stream()
                .map(each -> new Exchange(contract, each))
                .toList();
    }

    /** Null where the case ends in a failure. */
    @Nullable
    List<Source> rows() {
        return file.entries().containsKey("rows") ? file.list("rows") : null;
    }

    /** The number that the case expects; null where it counts nothing. */
    @Nullable
    Long is() {
        String number = file.optionalText("is");
        return number == null ? null : Long.valueOf(number);
    }

    boolean findsRows() {
        return !file.list("rows").isEmpty();
    }

    /** Whether the provider asks to slow down, for so long or only for a moment. */
    boolean limited() {
        return waits() != null || file.flag("limited", false);
    }

    /** Null where the case ends well. */
    @Nullable
    String problem() {
        return file.optionalText("problem");
    }

    /** How many seconds the provider wants to be left alone; null where it doesn't. */
    @Nullable
    String waits() {
        return file.optionalText("waits");
    }

    @Override
    public String toString() {
        return contract.id() + ": " + file.text("case");
    }
}
