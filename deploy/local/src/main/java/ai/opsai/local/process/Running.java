package ai.opsai.local.process;

/** A part of the stack that has been started as a process of its own. */
public interface Running {

    Child child();

    /** Returns when the part serves; throws {@link StartFailure} when it ends before that or takes too long. */
    Running awaitReady();

    /** Ends the part as its data need it; tells whether it ended by itself. */
    boolean stop();
}
