package ai.opsai.auth.operation;

import org.jspecify.annotations.Nullable;

/** Where the result of succeeded operations of one kind is read; it is never stored twice. */
public interface OperationResult {

    OperationKind kind();

    /** The body of the 200 answer as JSON, or null when it is gone. */
    @Nullable
    String json(Operation operation);
}
