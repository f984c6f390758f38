package ai.opsai.sampler.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which rows of an answer really hold a value that was asked for. Search APIs also find what is only similar, and
 * a namesake must never look like a link.
 */
final class Holding {

    private final String by;
    private final Set<String> asked = new HashSet<>();

    Holding(String by, List<String> values) {
        this.by = by;
        values.forEach(value -> asked.add(comparable(value)));
    }

    List<Map<String, @Nullable Object>> of(List<Map<String, @Nullable Object>> rows) {
        if (by.equals("domain")) {
            return companies(rows);
        }
        var holding = new ArrayList<Map<String, @Nullable Object>>();
        for (Map<String, @Nullable Object> row : rows) {
            if (!Collections.disjoint(values(row, by), asked)) {
                holding.add(row);
            }
        }
        return holding;
    }

    /** The values by which the row can be known. */
    static Set<String> values(Map<String, @Nullable Object> row, String by) {
        var values = new HashSet<String>();
        Leaves.of(row, (path, value) -> {
            switch (by) {
                case "email" -> Mailboxes.emailsIn(value).forEach(email -> values.add(comparable(email)));
                case "domain" -> Mailboxes.companyDomain(path, value).ifPresent(values::add);
                default -> values.add(comparable(value));
            }
        });
        return values;
    }

    /**
     * Rows that stand for the company: those with its domain or a mailbox of its own, or the only person with an address
     * there. Of several people none is the company.
     */
    private List<Map<String, @Nullable Object>> companies(List<Map<String, @Nullable Object>> rows) {
        var kept = new ArrayList<Map<String, @Nullable Object>>();
        Map<String, List<Map<String, @Nullable Object>>> staff = new HashMap<>();
        Set<String> found = new HashSet<>();
        for (Map<String, @Nullable Object> row : rows) {
            Set<String> own = values(row, by);
            own.retainAll(asked);
            if (!own.isEmpty()) {
                kept.add(row);
                found.addAll(own);
            } else {
                values(row, "email").stream()
                        .map(Mailboxes::domain)
                        .filter(asked::contains)
                        .distinct()
                        .forEach(domain -> staff.computeIfAbsent(domain, _ -> new ArrayList<>())
                                .add(row));
            }
        }
        staff.forEach((domain, people) -> {
            if (people.size() == 1 && !found.contains(domain)) {
                kept.add(people.getFirst());
            }
        });
        return kept;
    }

    static String comparable(String value) {
        return value.indexOf('@') > 0 ? Mailboxes.canonical(value) : value.toLowerCase(Locale.ROOT);
    }
}
