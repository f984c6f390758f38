package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Variable;
import ai.opsai.auth.provider.Variables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what differs per connection: what tenants say, and what answers tell. */
final class VariablesReader {

    private static final String NAME = "[a-z][a-z0-9_]{0,31}";

    private VariablesReader() {}

    static Variables read(Knobs root) {
        Set<String> kept = kept(root);
        List<Variable> all = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Knobs knobs : root.levels("variables")) {
            Variable variable = variable(knobs, kept);
            if (!names.add(variable.name())) {
                knobs.complain("name", "stands here twice: " + variable.name());
            }
            all.add(variable);
        }
        kept.stream()
                .filter(name -> !names.contains(name))
                .map(name -> new Variable(name, name, Variable.ANY_LINE, null, null, false, false, true))
                .forEach(all::add);
        return new Variables(all);
    }

    private static Variable variable(Knobs knobs, Set<String> kept) {
        String name = knobs.text("name");
        if (!name.matches(NAME)) {
            knobs.complain("name", "must match " + NAME);
        }
        Pattern pattern = knobs.read("pattern", Variable.ANY_LINE, "a pattern", Meaning::pattern);
        Variable variable = new Variable(
                name,
                knobs.text("label", name),
                pattern,
                sample(knobs, "example", pattern),
                sample(knobs, "default", pattern),
                knobs.flag("required", false),
                knobs.flag("secret", false),
                kept.contains(name));
        if (variable.kept() && (variable.secret() || variable.required())) {
            knobs.complain(null, name + " comes from the provider: it is neither secret nor asked for");
        }
        return variable;
    }

    private static @Nullable String sample(Knobs knobs, String name, Pattern pattern) {
        String text = knobs.optional(name);
        if (text != null && !pattern.matcher(text).matches()) {
            knobs.complain(name, text + " does not match the pattern");
        }
        return text;
    }

    private static Set<String> kept(Knobs root) {
        Set<String> kept = new LinkedHashSet<>();
        Knobs oauth = root.child("oauth");
        if (oauth != null) {
            kept.addAll(oauth.map("keepFromToken").keySet());
            kept.addAll(oauth.map("keepFromCallback").keySet());
        }
        root.levels("postConnect")
                .forEach(lookup -> kept.addAll(lookup.map("keep").keySet()));
        return kept;
    }
}
