package ai.opsai.organizer.unification.lexicon;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the engine knows about words. It raises or lowers expectations; the data decide. Facts about single providers can
 * be switched off, and the engine must do well without them.
 */
public final class Lexicon {

    private final Map<String, SortedMap<String, Integer>> fields = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Map<String, Set<String>> concepts = new HashMap<>();
    private final Map<String, String> synonyms = new HashMap<>();
    private final Map<String, Set<String>> givenNames = new HashMap<>();
    private final Map<String, String> idPrefixes = new TreeMap<>();
    private final Set<String> freeMailDomains;
    private final Set<String> freeMailWords;
    private final Set<String> roleMailboxes;
    private final Set<String> placeholders;
    private final Set<String> legalForms;

    private Lexicon(boolean providerKnowledge) {
        LexiconFile.read("fields.txt").forEach(this::field);
        invert("roles.txt", roles);
        invert("concepts.txt", concepts);
        LexiconFile.read("synonyms.txt").forEach((word, others) -> others.forEach(other -> synonyms.put(other, word)));
        LexiconFile.read("nicknames.txt").forEach(this::nicknames);
        Map<String, List<String>> freeMail = LexiconFile.read("free-mail-domains.txt");
        freeMailDomains = Set.copyOf(freeMail.getOrDefault("domains", List.of()));
        freeMailWords = Set.copyOf(freeMail.getOrDefault("words", List.of()));
        Map<String, List<String>> mailboxes = LexiconFile.read("role-mailboxes.txt");
        placeholders = Set.copyOf(mailboxes.getOrDefault("placeholders", List.of()));
        roleMailboxes = new HashSet<>(mailboxes.getOrDefault("mailboxes", List.of()));
        roleMailboxes.addAll(placeholders);
        legalForms = Set.copyOf(LexiconFile.read("legal-forms.txt").getOrDefault("forms", List.of()));
        if (providerKnowledge) {
            LexiconFile.read("providers.txt").forEach((prefix, entity) -> idPrefixes.put(prefix, entity.getFirst()));
        }
    }

    public static Lexicon load(boolean providerKnowledge) {
        return new Lexicon(providerKnowledge);
    }

    private static void invert(String file, Map<String, Set<String>> into) {
        LexiconFile.read(file)
                .forEach((key, words) -> words.forEach(
                        word -> into.computeIfAbsent(word, _ -> new TreeSet<>()).add(key)));
    }

    private void field(String canonical, List<String> names) {
        for (int rank = 0; rank < names.size(); rank++) {
            fields.computeIfAbsent(names.get(rank), _ -> new TreeMap<>()).putIfAbsent(canonical, rank);
        }
    }

    private void nicknames(String name, List<String> shorts) {
        givenNames.computeIfAbsent(name, _ -> new HashSet<>()).add(name);
        shorts.forEach(
                nick -> givenNames.computeIfAbsent(nick, _ -> new HashSet<>()).add(name));
    }

    /** The canonical fields that a phrase of lower-case words can name, with how far it is from their usual name. */
    public Map<String, Integer> canonicalFields(String phrase) {
        return fields.getOrDefault(phrase, Collections.emptySortedMap());
    }

    /** The concepts whose entities play the role that a phrase names: person, company, self. */
    public Set<String> rolesOf(String phrase) {
        return roles.getOrDefault(phrase, Set.of());
    }

    /** The concepts that a phrase in the singular names. */
    public Set<String> conceptsOf(String phrase) {
        return concepts.getOrDefault(phrase, Set.of());
    }

    /** True when two phrases in the singular name the same kind of entity. */
    public boolean synonymous(String left, String right) {
        return left.equals(right) || canonical(left).equals(canonical(right));
    }

    private String canonical(String word) {
        return synonyms.getOrDefault(word, word);
    }

    /** True when one given name is the other or a short form of it. */
    public boolean sameGivenName(String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        Set<String> full = new HashSet<>(givenNames.getOrDefault(left, Set.of()));
        full.retainAll(givenNames.getOrDefault(right, Set.of()));
        return !full.isEmpty();
    }

    /** The entity that ids with this prefix name at a provider. */
    public Optional<String> entityOfPrefix(String provider, String prefix) {
        return Optional.ofNullable(idPrefixes.get(provider + "." + prefix));
    }

    public boolean isFreeMail(String domain) {
        String first = domain.contains(".") ? domain.substring(0, domain.indexOf('.')) : domain;
        return freeMailDomains.contains(domain) || freeMailWords.contains(first);
    }

    public boolean isRoleMailbox(String localPart) {
        return roleMailboxes.contains(localPart);
    }

    /** True for a name that is given to nobody: test, demo, billing. */
    public boolean isPlaceholder(String name) {
        return placeholders.contains(name);
    }

    public boolean isLegalForm(String word) {
        return legalForms.contains(word);
    }
}
