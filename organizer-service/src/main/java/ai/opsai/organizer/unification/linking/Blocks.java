package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.concepts.Concept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings together the records that are worth comparing: those that share a mailbox, phone, login, name, code, date, or
 * rare words. What too many records share brings nobody together.
 */
final class Blocks {

    private static final int LARGEST = 60;
    private static final int RAREST_WORDS = 4;

    private final Concept concept;
    private final Map<String, List<Facts>> blocks = new TreeMap<>();
    private final Map<String, Integer> documents = new HashMap<>();

    private Blocks(Concept concept) {
        this.concept = concept;
    }

    static Collection<List<Facts>> of(Concept concept, List<Facts> records) {
        Blocks blocks = new Blocks(concept);
        records.forEach(blocks::countWords);
        records.forEach(record -> blocks.keys(record)
                .forEach(key -> blocks.blocks
                        .computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(record)));
        blocks.blocks.values().removeIf(block -> block.size() < 2 || block.size() > LARGEST);
        return blocks.blocks.values();
    }

    private void countWords(Facts record) {
        titleWords(record).forEach(word -> documents.merge(word, 1, Integer::sum));
    }

    private static Set<String> titleWords(Facts record) {
        Set<String> words = new LinkedHashSet<>();
        for (String field : List.of("name", "subject")) {
            String value = record.value(field);
            if (value != null) {
                words.addAll(Folding.words(value));
            }
        }
        return words;
    }

    private Set<String> keys(Facts record) {
        Set<String> keys = new LinkedHashSet<>();
        if (concept.equals(Concept.PERSON)) {
            person(record, keys);
        } else {
            thing(record, keys);
        }
        value(record, "phone", Folding.phone(text(record, "phone")), keys);
        value(record, "domain", Folding.host(text(record, "domain")), keys);
        value(record, "ssn", Folding.fold(text(record, "ssn")), keys);
        value(record, "birth_date", Folding.fold(text(record, "birth_date")), keys);
        value(record, "sku", Folding.fold(text(record, "sku")), keys);
        address(record, keys);
        return keys;
    }

    private static String text(Facts record, String field) {
        String value = record.value(field);
        return value == null ? "" : value;
    }

    private static void value(Facts record, String field, String value, Set<String> keys) {
        if (!value.isEmpty() && record.values().containsKey(field)) {
            keys.add(field + ":" + value);
        }
    }

    private static void person(Facts record, Set<String> keys) {
        Email email = record.email();
        if (email != null) {
            keys.add("mailbox:" + email.base());
            keys.add("local:" + email.local());
            if (email.letters().length() >= 5) {
                keys.add("letters:" + email.letters());
            }
        }
        value(record, "login", Folding.fold(text(record, "login")), keys);
        String login = Folding.fold(text(record, "login")).replaceAll("[^\\p{L}]", "");
        PersonName name = record.name();
        if (name != null && name.isComplete()) {
            String family = name.family().replace(" ", "");
            keys.add("name:" + name.given() + " " + name.family());
            keys.add("name:" + name.family() + " " + name.given());
            keys.add("family:" + family + name.given().charAt(0));
            keys.add("given:" + name.given() + family.charAt(0));
            keys.add("made:" + name.given().replace(" ", "") + family);
            keys.add("made:" + name.given().charAt(0) + family);
        }
        if (login.length() >= 5) {
            keys.add("made:" + login);
        }
    }

    private void thing(Facts record, Set<String> keys) {
        titleWords(record).stream()
                .filter(word -> word.length() > 1)
                .sorted(Comparator.comparingInt((String word) -> documents.getOrDefault(word, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(RAREST_WORDS)
                .forEach(word -> keys.add("word:" + word));
        String title = String.join("", titleWords(record));
        if (title.length() >= 6) {
            keys.add("begins:" + title.substring(0, 6));
        }
    }

    private static void address(Facts record, Set<String> keys) {
        List<String> street = Folding.words(text(record, "street"));
        String postal = Folding.fold(text(record, "postal_code"));
        if (!street.isEmpty()) {
            keys.add("street:" + String.join(" ", street) + postal);
        }
    }
}
