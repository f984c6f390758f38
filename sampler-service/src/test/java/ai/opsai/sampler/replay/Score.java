package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts outcomes. */
final class Score {

    private final List<Outcome> outcomes = new ArrayList<>();

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    String text() {
        var reasons = new TreeMap<String, Integer>();
        long exact = 0;
        long runnable = 0;
        long notActed = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Exact() -> exact++;
                case Outcome.Wrong _ -> {}
                case Outcome.NotRunnable _ -> runnable--;
                case Outcome.NotActed(String why) -> {
                    notActed++;
                    reasons.merge(why, 1, Integer::sum);
                }
            }
            runnable++;
        }
        var text =
                new StringBuilder("streams: %d exact of %d runnable of %d".formatted(exact, runnable, outcomes.size()));
        if (notActed > 0) {
            text.append("\nnot replayed: ").append(notActed);
            reasons.forEach((why, count) ->
                    text.append("\n  ").append(count).append(" x ").append(why));
        }
        return text.toString();
    }
}
