package ai.opsai.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a row: {@code a.b}, array elements {@code a[].b}. A key that contains a dot is quoted in
 * writing, so that it is never confused with a nested object; two paths are equal when their writing is.
 */
public final class FieldPath implements Comparable<FieldPath> {

    /** One step down: into an object by its key, or into any element of an array. */
    public sealed interface Step {}

    public record Key(String name) implements Step {}

    public record Element() implements Step {}

    public static final FieldPath ROOT = new FieldPath(List.of(), "");

    private static final Element ELEMENT = new Element();

    private final List<Step> steps;
    private final String text;

    private FieldPath(List<Step> steps, String text) {
        this.steps = steps;
        this.text = text;
    }

    public static FieldPath of(String... keys) {
        FieldPath path = ROOT;
        for (String key : keys) {
            path = path.child(key);
        }
        return path;
    }

    public FieldPath child(String key) {
        return new FieldPath(append(new Key(key)), isRoot() ? written(key) : text + '.' + written(key));
    }

    public FieldPath element() {
        return new FieldPath(append(ELEMENT), text + "[]");
    }

    private List<Step> append(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return List.copyOf(longer);
    }

    private static FieldPath ofSteps(List<Step> steps) {
        FieldPath path = ROOT;
        for (Step step : steps) {
            path = switch (step) {
                case Key(String name) -> path.child(name);
                case Element() -> path.element();
            };
        }
        return path;
    }

    public List<Step> steps() {
        return steps;
    }

    public FieldPath parent() {
        return isRoot() ? this : ofSteps(steps.subList(0, steps.size() - 1));
    }

    /** The rest of this path below a base that it starts with. */
    public FieldPath below(FieldPath base) {
        return ofSteps(steps.subList(base.steps.size(), steps.size()));
    }

    /** This path, followed by the steps of another. */
    public FieldPath append(FieldPath rest) {
        List<Step> longer = new ArrayList<>(steps);
        longer.addAll(rest.steps);
        return ofSteps(longer);
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    public int depth() {
        return steps.size();
    }

    public boolean isElement() {
        return !isRoot() && steps.getLast() instanceof Element;
    }

    /** True when the value is found once a row at most: no array on the way. */
    public boolean isSingular() {
        return steps.stream().noneMatch(Element.class::isInstance);
    }

    /** True for the path itself and for everything below it. */
    public boolean startsWith(FieldPath base) {
        return steps.size() >= base.steps.size()
                && steps.subList(0, base.steps.size()).equals(base.steps);
    }

    /** The keys on the way, array steps left out. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Key(String name)) {
                keys.add(name);
            }
        }
        return keys;
    }

    /** The last key on the way, or the empty text at the root. */
    public String name() {
        List<String> keys = keys();
        return keys.isEmpty() ? "" : keys.getLast();
    }

    @Override
    public int compareTo(FieldPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath path && text.equals(path.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static String written(String name) {
        boolean plain = !name.isEmpty() && name.chars().noneMatch(c -> c == '.' || c == '[' || c == ']' || c == '"');
        return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
