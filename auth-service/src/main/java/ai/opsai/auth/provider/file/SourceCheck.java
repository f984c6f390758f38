package ai.opsai.auth.provider.file;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every fact of a file has a source, or says that it has none; the nearest one of its path counts. */
final class SourceCheck {

    /** What is no fact about the provider, or carries its own source. */
    private static final List<String> NO_FACTS = List.of("id", "name", "connect", "changes", "sources");

    private static final Set<String> OUR_WORDS = Set.of("variables.name", "variables.label");

    private final List<Leaf> leaves;
    private final Complaints complaints;

    SourceCheck(List<Leaf> leaves, Complaints complaints) {
        this.leaves = leaves;
        this.complaints = complaints;
    }

    void check() {
        Set<String> named = new LinkedHashSet<>();
        for (Leaf fact : leaves.stream()
                .filter(leaf -> leaf.path().equals("sources.facts"))
                .toList()) {
            if (!named.add(fact.text())) {
                complaints.add(fact.node(), "sources", fact.text() + " stands in two sources");
            }
            if (leaves.stream().noneMatch(leaf -> leaf.under(fact.text()))) {
                complaints.add(fact.node(), "sources", fact.text() + " is no knob of this file");
            }
        }
        Set<String> missing = new HashSet<>();
        leaves.stream()
                .filter(leaf -> NO_FACTS.stream().noneMatch(leaf::under) && !OUR_WORDS.contains(leaf.path()))
                .filter(leaf -> above(leaf.path()).noneMatch(named::contains))
                .filter(leaf -> missing.add(leaf.path()))
                .forEach(leaf -> complaints.add(leaf.node(), leaf.path(), "stands in no entry of sources"));
    }

    private static Stream<String> above(String path) {
        return Stream.iterate(path, at -> !at.isEmpty(), at -> at.substring(0, Math.max(0, at.lastIndexOf('.'))));
    }
}
