package ai.opsai.sampler.connector;

/** The run has used the requests it was given; what was read so far stands. */
public final class BudgetExhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BudgetExhausted() {
        super("no requests left in this run's budget");
    }
}
