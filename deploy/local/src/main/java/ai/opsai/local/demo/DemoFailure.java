package ai.opsai.local.demo;

/** Something that the demonstration had to show did not happen. */
public final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
