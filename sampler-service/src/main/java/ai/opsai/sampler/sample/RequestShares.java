package ai.opsai.sampler.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides requests before they are made: reads that take place at the same time must not race for them, or the sample would
 * depend on who was faster.
 */
final class RequestShares {

    private RequestShares() {}

    /** Whoever wants less than an equal share gets what it wants, and leaves the rest to the others. */
    static Map<String, Integer> of(int requests, Map<String, Integer> wanted) {
        List<Map.Entry<String, Integer>> modestFirst =
                wanted.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        var shares = new LinkedHashMap<String, Integer>();
        int left = requests;
        int others = modestFirst.size();
        for (Map.Entry<String, Integer> each : modestFirst) {
            int share = Math.min(each.getValue(), left / others--);
            shares.put(each.getKey(), share);
            left -= share;
        }
        return shares;
    }
}
