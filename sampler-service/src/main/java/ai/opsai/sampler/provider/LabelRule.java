package ai.opsai.sampler.provider;

import ai.opsai.sampler.connector.StreamPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider lists the fields of an entity with the names that people gave them.
 *
 * @param at where in a row the fields stand; a star at its end: they are the items of a list
 * @param item the key that tells such items apart
 * @param value the key of such an item's value
 * @param key where in a definition the field's key stands
 * @param label where in a definition its name stands
 * @param options the choices of the field, where definitions list them
 */
public record LabelRule(
        String entity,
        List<String> at,
        String item,
        String value,
        List<String> key,
        List<String> label,
        @Nullable Options options,
        StreamPlan plan) {

    public LabelRule {
        at = List.copyOf(at);
        key = List.copyOf(key);
        label = List.copyOf(label);
    }

    /** Whether the fields are items of a list, as {@code [{"id": 360001, "value": "gold"}]}. */
    public boolean ofItems() {
        return !at.isEmpty() && at.getLast().equals("*");
    }

    /** The keys on the way to the fields. */
    public List<String> way() {
        return ofItems() ? at.subList(0, at.size() - 1) : at;
    }

    /** Where a definition lists its choices, and where in a choice its value and its name stand. */
    public record Options(List<String> at, List<String> key, List<String> label) {}
}
