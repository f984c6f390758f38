package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;
import java.time.Instant;

/** What an answer means for the read. */
sealed interface Verdict {

    /** The answer is good. */
    record Good() implements Verdict {}

    /** The answer counts as an empty one. */
    record Ignored() implements Verdict {}

    /** The same request may succeed soon. */
    record TryAgain(ProblemCode code, String sentence) implements Verdict {}

    /** The provider says when to come back. */
    record WaitUntil(Instant retryAt) implements Verdict {}

    /** It will not get better by itself. */
    record Failed(ProblemCode code, String sentence) implements Verdict {}
}
