package ai.opsai.organizer.rebuild;

/** What waits for the end of a rebuild. Runs in the transaction that ends it, so it happens exactly then, or not at all. */
@FunctionalInterface
public interface AfterRebuild {
    void rebuilt();
}
