package ai.opsai.organizer.unification.linking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers such as prices and shares: near is good, far speaks against. */
record NumberComparison(String field, double same, double against) implements Comparison {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    @Override
    public Optional<Evidence> compare(Facts left, Facts right) {
        return number(left).flatMap(one -> number(right).map(other -> evidence(one, other)));
    }

    private Optional<Double> number(Facts record) {
        String value = record.value(field);
        if (value == null) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(value.replace(",", ""));
        return matcher.find() ? Optional.of(Double.parseDouble(matcher.group())) : Optional.empty();
    }

    private Evidence evidence(double one, double other) {
        double larger = Math.max(Math.abs(one), Math.abs(other));
        double apart = larger == 0 ? 0 : Math.abs(one - other) / larger;
        String what = field.replace('_', ' ');
        if (apart < 0.001) {
            return new Evidence(same, "the same " + what);
        }
        return apart < 0.1
                ? new Evidence(same * 0.4, "nearly the same " + what)
                : new Evidence(against * Math.min(1, 2 * apart), "a different " + what);
    }
}
