package ai.opsai.profile;

import ai.opsai.profile.DataQuality.Measure;
import java.util.List;
import java.util.Set;

/**
 * How many values of a field fit the form that is expected of it. Expected is the meaning that the values agree on; where
 * they don't quite, the form that most of them have, or the one that the field is named after and some of them have.
 */
final class Validity {

    private static final double MOST = 0.6;
    private static final int ENOUGH = 5;

    private Validity() {}

    static Measure of(FieldPath path, ValueProfile values, Set<String> neighbours) {
        Meaning meaning = Meanings.of(path, values, neighbours);
        if (meaning != null) {
            return new Measure(meaning.support() * meaning.seen(), meaning.seen());
        }
        if (values.texts() == 0 || values.texts() < values.filled()) {
            return Measure.NONE;
        }
        List<String> words = NameWords.of(path.name());
        Measure best = Measure.NONE;
        for (Form form : Form.values()) {
            long fitting = form.count(values);
            boolean most = values.texts() >= ENOUGH && fitting >= MOST * values.texts();
            boolean named = fitting > 0 && form.names(words);
            if ((most || named) && fitting > best.good()) {
                best = new Measure(fitting, values.texts());
            }
        }
        return best;
    }

    /** Forms that a text either has or lacks. */
    private enum Form {
        EMAIL,
        URL,
        UUID,
        MOMENT;

        private boolean names(List<String> words) {
            return switch (this) {
                case EMAIL -> NamePriors.any(words, "email", "mail");
                case URL -> NamePriors.any(words, "url", "uri", "website", "href");
                case UUID -> NamePriors.any(words, "uuid", "guid");
                case MOMENT -> NamePriors.any(words, "date", "timestamp", "birthday", "birthdate");
            };
        }

        private long count(ValueProfile values) {
            return switch (this) {
                case EMAIL -> values.count(Format.EMAIL);
                case URL -> values.count(Format.URL);
                case UUID -> values.count(Format.UUID);
                case MOMENT -> values.count(Format.DATE) + values.count(Format.TIMESTAMP);
            };
        }
    }
}
