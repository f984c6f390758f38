package ai.opsai.organizer.unification.linking;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Values that agree or don't: cities, dates, phones, codes. A slip still counts for something. */
final class ValueComparison implements Comparison {

    private final String field;
    private final double most;
    private final double nearly;
    private final double against;
    private final UnaryOperator<String> form;
    private final Frequencies frequencies;

    /**
     * @param most the weight of agreement on a value that nobody else has
     * @param nearly the share of it that a slip leaves
     * @param against the weight, below zero, of different values
     */
    ValueComparison(
            String field, double most, double nearly, double against, UnaryOperator<String> form, List<Facts> records) {
        this.field = field;
        this.most = most;
        this.nearly = nearly;
        this.against = against;
        this.form = form;
        this.frequencies = Frequencies.of(records, this::valueOf);
    }

    private Optional<String> valueOf(Facts record) {
        return Optional.ofNullable(record.value(field)).map(form).filter(value -> !value.isEmpty());
    }

    @Override
    public Optional<Evidence> compare(Facts left, Facts right) {
        return valueOf(left).flatMap(one -> valueOf(right).map(other -> evidence(one, other)));
    }

    private Evidence evidence(String one, String other) {
        String what = field.replace('_', ' ');
        if (one.equals(other)) {
            return new Evidence(Math.min(most, frequencies.weight(one, most)), "the same " + what);
        }
        if (nearly > 0 && Strings.near(one, other)) {
            return new Evidence(nearly * frequencies.weight(one, most), "nearly the same " + what);
        }
        return new Evidence(against, "different " + what);
    }
}
