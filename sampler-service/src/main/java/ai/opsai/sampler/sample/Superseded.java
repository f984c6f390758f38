package ai.opsai.sampler.sample;

/** The connection ended, or the job was taken from us: nothing more is stored or published. */
public final class Superseded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Superseded() {
        super("the job is no longer ours");
    }
}
