package ai.opsai.sampler.analysis;

import ai.opsai.sampler.provider.TestRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts rows of test mode apart, so that no number is made of them. Where there are no others it is a test account, and
 * they are what there is to show.
 *
 * @param live what numbers are made of
 * @param counts test rows of each entity whose test mode the provider's file declares
 * @param apart whether the test rows were put apart
 */
public record TestRows(Map<String, EntityRows> live, SortedMap<String, Count> counts, boolean apart) {

    /** Test rows, of how many. */
    public record Count(long rows, long of) {}

    public static TestRows of(List<TestRule> rules, Map<String, EntityRows> entities, Clock clock) {
        var scopes = new RowScope(clock);
        var live = new LinkedHashMap<>(entities);
        var counts = new TreeMap<String, Count>();
        for (TestRule rule : rules) {
            EntityRows all = entities.get(rule.entity());
            if (all != null) {
                List<ObjectNode> real = real(rule, all.rows(), scopes);
                live.put(rule.entity(), all.only(real));
                counts.put(
                        rule.entity(),
                        new Count(all.rows().size() - real.size(), all.rows().size()));
            }
        }
        boolean testAccount = counts.values().stream().anyMatch(count -> count.rows > 0)
                && counts.values().stream().allMatch(count -> count.rows == count.of);
        return new TestRows(testAccount ? entities : live, counts, !testAccount);
    }

    private static List<ObjectNode> real(TestRule rule, List<ObjectNode> rows, RowScope scopes) {
        var real = new ArrayList<ObjectNode>();
        var scoped = scopes.of(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (!RowScope.holds(rule.when(), scoped.get(i))) {
                real.add(rows.get(i));
            }
        }
        return real;
    }
}
