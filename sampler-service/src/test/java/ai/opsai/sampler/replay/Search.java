package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds values for the paths that expressions read, so that the expressions come out as wanted. */
final class Search {

    private static final int MAX_TRIES = 30_000;
    private static final String STEP = "\\.(?!get\\()\\w+(?![\\w(])"
            + "|\\[\\s*(?:'[^']*'|\"[^\"]*\"|\\d+)\\s*\\]"
            + "|\\.get\\(\\s*(?:'[^']*'|\"[^\"]*\")\\s*(?:,[^()]*)?\\)";
    private static final Pattern NAME = Pattern.compile("^(?:\\.get\\(|\\.|\\[)\\s*(?:'([^']*)'|\"([^\"]*)\"|(\\w+))");
    private static final Pattern MEMBER = Pattern.compile("(?:'([^']*)'|\"([^\"]*)\")\\s+(?:not\\s+)?in\\s+$");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"|\\b(\\d{1,9})\\b");

    private Search() {}

    /** The paths below a variable that the expressions read, without those that only lead to others. */
    static List<List<String>> paths(String variable, List<String> expressions) {
        var found = new LinkedHashSet<List<String>>();
        Pattern chain = Pattern.compile("(?<![\\w.'\"\\]])" + variable + "((?:" + STEP + ")*)");
        for (String expression : expressions) {
            Matcher matcher = chain.matcher(expression);
            while (matcher.find()) {
                List<String> path = steps(matcher.group(1));
                Matcher member = MEMBER.matcher(expression.substring(0, matcher.start()));
                if (member.find()) {
                    path.add(member.group(1) == null ? member.group(2) : member.group(1));
                }
                if (!path.isEmpty()) {
                    found.add(path);
                }
            }
        }
        return found.stream()
                .filter(path -> found.stream().noneMatch(other -> isPrefix(path, other)))
                .toList();
    }

    private static boolean isPrefix(List<String> path, List<String> other) {
        return path.size() < other.size() && other.subList(0, path.size()).equals(path);
    }

    private static List<String> steps(String chain) {
        var steps = new ArrayList<String>();
        Matcher matcher = Pattern.compile(STEP).matcher(chain);
        while (matcher.find()) {
            Matcher name = NAME.matcher(matcher.group());
            if (name.find()) {
                steps.add(
                        name.group(1) != null ? name.group(1) : name.group(2) != null ? name.group(2) : name.group(3));
            }
        }
        return steps;
    }

    /** The texts and numbers that expressions compare with. */
    static Set<Object> literals(List<String> expressions) {
        var literals = new LinkedHashSet<Object>();
        for (String expression : expressions) {
            Matcher matcher = LITERAL.matcher(expression);
            while (matcher.find()) {
                String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                literals.add(text == null ? (Object) Long.valueOf(matcher.group(3)) : text);
            }
        }
        return literals;
    }

    /** Tries all combinations, the first candidates first, until one gives a result. */
    static <T> Optional<T> first(
            int places,
            List<? extends @Nullable Object> candidates,
            Function<List<@Nullable Object>, Optional<T>> attempt) {
        var chosen = new int[places];
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            var values = new ArrayList<@Nullable Object>();
            for (int index : chosen) {
                values.add(candidates.get(index));
            }
            Optional<T> result = attempt.apply(values);
            if (result.isPresent()) {
                return result;
            }
            int place = 0;
            while (place < places && ++chosen[place] == candidates.size()) {
                chosen[place++] = 0;
            }
            if (place == places) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
