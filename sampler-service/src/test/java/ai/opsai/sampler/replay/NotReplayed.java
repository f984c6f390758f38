package ai.opsai.sampler.replay;

/** The test's own means can't act this stream's provider; says nothing about the interpreter. */
final class NotReplayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReplayed(String reason) {
        super(reason);
    }
}
