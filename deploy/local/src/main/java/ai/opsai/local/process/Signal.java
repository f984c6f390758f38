package ai.opsai.local.process;

/** How a process is asked to end: PostgreSQL waits for its clients on TERM and closes them on INT. */
public enum Signal {
    TERM,
    INT
}
