package ai.opsai.organizer.unification.references;

import ai.opsai.profile.ValueProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the values say: how many of a field's values are among those of a target, against how many would be by chance. A
 * value missing from a sample says little, since parents and children were sampled independently; in a small dense range
 * of numbers every value is found by chance, and finding it says nothing.
 */
record ValueEvidence(long values, long found, double chance, double weight, String reason) {

    private static final double MOST = 9;
    private static final double LEAST = -6;

    static ValueEvidence of(ValueProfile field, Form form, Target target) {
        Set<String> values = field.distinct().values();
        long found = values.stream().filter(target.keys()::contains).count();
        if (!form.compatible(target.form()) && found == 0) {
            return new ValueEvidence(values.size(), 0, 0, LEAST, "the identifiers have different forms");
        }
        double chance = chance(field, form, target);
        double weight = found == 0 ? nothingFound(values.size(), target) : weight(values.size(), found, chance);
        if (form.samePrefix(target.form())) {
            weight += 5;
        }
        return new ValueEvidence(
                values.size(), found, chance, Math.clamp(weight, LEAST, MOST), reason(values.size(), found, target));
    }

    private static double nothingFound(int values, Target target) {
        return target.stream().stream().complete() ? LEAST : -0.15 * Math.min(values, 5);
    }

    private static double weight(long values, long found, double chance) {
        double rate = Math.clamp((double) found / values, 0.02, 0.98);
        double ratio = found * Math.log(rate / chance) + (values - found) * Math.log((1 - rate) / (1 - chance));
        return rate < chance ? -Math.min(ratio, 2) : ratio;
    }

    /** How likely a value that has nothing to do with the target is among its values. */
    private static double chance(ValueProfile field, Form form, Target target) {
        return switch (target.form().kind()) {
            case INTEGER -> form.kind() == Form.Kind.INTEGER ? density(field, target) : 0.3;
            case UUID, HASH, URL -> 1e-6;
            case TOKEN, TEXT, NONE -> Math.clamp(1e-5 * Math.pow(10, 6 - averageLength(target)), 1e-6, 0.3);
        };
    }

    private static double averageLength(Target target) {
        return target.keys().stream().mapToInt(String::length).average().orElse(0);
    }

    private static double density(ValueProfile field, Target target) {
        BigDecimal lowest = null;
        BigDecimal highest = null;
        for (Set<String> side : List.of(field.distinct().values(), target.keys())) {
            for (String value : side) {
                BigDecimal number = new BigDecimal(value);
                lowest = lowest == null ? number : lowest.min(number);
                highest = highest == null ? number : highest.max(number);
            }
        }
        if (lowest == null || highest == null) {
            return 0.9;
        }
        double range = highest.subtract(lowest).doubleValue() + 1;
        return Math.clamp(Math.max(target.keys().size() / range, 10 / (highest.doubleValue() + 10)), 1e-6, 0.95);
    }

    private static String reason(int values, long found, Target target) {
        return String.format(
                Locale.ROOT,
                "%d of %d values are among the %d of %s.%s",
                found,
                values,
                target.keys().size(),
                target.entity().entity(),
                target.path());
    }
}
