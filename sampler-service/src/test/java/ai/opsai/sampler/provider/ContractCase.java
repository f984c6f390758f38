package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.manifest.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One read of a contract: an entity's list to its end, one batch of a look-up, or the names of an entity's fields. */
record ContractCase(Contract contract, Source.Mapping file) {

    /** What reads: a stream with its slices, or another retriever with one of its own. */
    record Reads(StreamPlan plan, List<Slice> slices) {}

    boolean lists() {
        return file.has("read");
    }

    /** Whether it reads what people call an entity's fields. */
    boolean names() {
        return file.has("labels");
    }

    String entity() {
        return file.text(lists() ? "read" : names() ? "labels" : "lookUp");
    }

    /** Empty where the case is no look-up. */
    String by() {
        return lists() || names() ? "" : file.text("by");
    }

    /** @param sliced cuts a stream by the parents that the case names */
    Reads reads(Function<StreamPlan, List<Slice>> sliced) {
        if (lists()) {
            StreamPlan plan = contract.provider().connector().plan(entity()).orElseThrow();
            return new Reads(plan, sliced.apply(plan));
        }
        if (names()) {
            StreamPlan plan = contract.provider().labels().stream()
                    .filter(rule -> rule.entity().equals(entity()))
                    .findFirst()
                    .orElseThrow()
                    .plan();
            return new Reads(
                    plan, parents().isEmpty() ? List.of(Slice.of(Map.of("entity", entity()))) : sliced.apply(plan));
        }
        Lookup lookup = contract.provider().lookup(entity(), by()).orElseThrow();
        var slice = new LinkedHashMap<String, @Nullable Object>();
        slice.put("values", file.texts("values"));
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
