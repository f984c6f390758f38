package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.concepts.Concept;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Which aspects are compared for a concept, and how much each can weigh. */
final class Comparisons {

    private final Concept concept;
    private final Lexicon lexicon;
    private final List<Facts> records;
    private final List<Comparison> comparisons = new ArrayList<>();

    private Comparisons(Concept concept, Lexicon lexicon, List<Facts> records) {
        this.concept = concept;
        this.lexicon = lexicon;
        this.records = records;
    }

    static List<Comparison> of(Concept concept, Lexicon lexicon, List<Facts> records) {
        Comparisons comparisons = new Comparisons(concept, lexicon, records);
        Set<String> fields = new TreeSet<>();
        records.forEach(record -> fields.addAll(record.values().keySet()));
        if (concept.equals(Concept.PERSON)) {
            comparisons.persons();
        }
        fields.forEach(comparisons::field);
        return List.copyOf(comparisons.comparisons);
    }

    private void persons() {
        comparisons.add(new EmailComparison(lexicon));
        comparisons.add(new PersonNameComparison(lexicon, records));
        comparisons.add(new LoginComparison());
    }

    private void field(String field) {
        boolean person = concept.equals(Concept.PERSON);
        switch (field) {
            case "id",
                    "created_at",
                    "updated_at",
                    "closed_at",
                    "description",
                    "content",
                    "job_title",
                    "type",
                    "avatar" -> {}
            case "email",
                    "first_name",
                    "last_name",
                    "login",
                    "time_zone",
                    "language",
                    "website",
                    "status",
                    "stage" -> {}
            case "name", "subject" -> name(field, person);
            case "phone" -> value(field, 6.5, 0.3, -0.8, Folding::phone);
            case "birth_date" -> value(field, 6, 0.5, -2.5, Folding::letters);
            case "ssn" -> value(field, 8, 0.6, -3, Folding::letters);
            case "domain" -> value(field, 8, 0, -2, Folding::host);
            case "sku" -> value(field, 8, 0, -1.5, Folding::letters);
            case "postal_code" -> value(field, 4, 0.3, -0.8, Folding::letters);
            case "city", "state" -> value(field, 3, 0.7, -0.8, Folding::fold);
            case "country", "currency", "industry", "gender", "genre", "year" ->
                value(field, 2, 0, -1.2, Folding::fold);
            case "street" -> comparisons.add(new WordsComparison(field, 5, -1.5, _ -> false, records));
            case "amount", "price", "employees", "annual_revenue", "probability" ->
                comparisons.add(new NumberComparison(field, 1.5, -1));
            default -> other(field);
        }
    }

    private void name(String field, boolean person) {
        if (!person) {
            comparisons.add(new WordsComparison(
                    field, 14, -7, concept.equals(Concept.COMPANY) ? lexicon::isLegalForm : _ -> false, records));
        }
    }

    private void value(String field, double most, double nearly, double against, UnaryOperator<String> form) {
        comparisons.add(new ValueComparison(field, most, nearly, against, form, records));
    }

    private void other(String field) {
        if (Numeric.mostly(field, records)) {
            comparisons.add(new NumberComparison(field, 1, -0.7));
        } else {
            comparisons.add(new WordsComparison(field, 2.5, -1.5, _ -> false, records));
        }
    }
}
