package ai.opsai.auth.vault;

/** What came of spending a refresh token. */
public sealed interface Refreshed {

    /** New tokens; without a new refresh token the old one stays good. */
    record Given(Tokens tokens) implements Refreshed {}

    /** The provider said no to the grant, for good. */
    record Refused(String reason) implements Refreshed {}

    /** Nothing is known: the provider did not answer, or not to the point. */
    record Unanswered(String reason) implements Refreshed {}
}
