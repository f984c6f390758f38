package ai.opsai.sampler.sample;

import ai.opsai.platform.problem.ProblemCode;

/** There will be no sample; the sentence tells the user why and what to do. */
public final class SampleRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    SampleRefused(ProblemCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
