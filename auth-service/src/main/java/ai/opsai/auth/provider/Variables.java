package ai.opsai.auth.provider;

import ai.opsai.platform.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs per connection of a provider: those that the tenant is asked for, and those that its answers tell. */
public record Variables(List<Variable> all) {

    public Variables {
        all = List.copyOf(all);
    }

    /** Those that a tenant says before connecting. */
    public List<Variable> asked() {
        return all.stream().filter(variable -> !variable.kept()).toList();
    }

    public @Nullable Variable find(String name) {
        return all.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The given values and, for what is not given, the usual ones; what no variable is called is left out. */
    Map<String, String> complete(Map<String, String> given) {
        Map<String, String> complete = new LinkedHashMap<>();
        for (Variable variable : all) {
            String value = given.getOrDefault(variable.name(), variable.otherwise());
            if (value != null) {
                if (!variable.accepts(value)) {
                    throw new IllegalArgumentException(
                            "the value of " + variable.name() + " does not match " + variable.pattern());
                }
                complete.put(variable.name(), value);
            }
        }
        return complete;
    }

    /** What is wrong with a tenant's values, of which the needed ones have to be there. */
    public List<FieldError> problems(Map<String, String> given, String field, Set<String> needed) {
        List<FieldError> problems = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(given.keySet());
        for (Variable variable : asked()) {
            String value = given.get(variable.name());
            names.remove(variable.name());
            String place = field + "." + variable.name();
            if (value != null && !variable.accepts(value)) {
                problems.add(new FieldError(
                        place, variable.label() + " must match " + variable.pattern() + example(variable)));
            } else if (value == null && needed.contains(variable.name())) {
                problems.add(new FieldError(place, variable.label() + " is missing" + example(variable)));
            }
        }
        names.forEach(name -> problems.add(new FieldError(field + "." + name, "There is no such variable.")));
        return problems;
    }

    private static String example(Variable variable) {
        return variable.example() == null ? "." : ", such as " + variable.example() + ".";
    }
}
