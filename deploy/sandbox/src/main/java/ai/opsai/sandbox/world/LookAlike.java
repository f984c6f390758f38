package ai.opsai.sandbox.world;

/** Two people whose records look like one person's and must never be joined. */
public record LookAlike(Kind kind, Person left, Person right) {

    /** Why they look alike. */
    public enum Kind {
        /** The same name, each at another company. */
        SAME_NAME_OTHER_COMPANY,
        /** Colleagues reached at the same {@code billing@}. */
        SHARED_MAILBOX,
        /** The same name, each with a private address of their own. */
        SAME_NAME_OTHER_EMAIL,
        /** Parent and child of the same name in the family's company. */
        PARENT_AND_CHILD
    }
}
