package ai.opsai.auth.organize;

import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationResult;
import ai.opsai.auth.part.Part;
import ai.opsai.auth.part.Parts;
import ai.opsai.auth.part.Splice;
import org.jspecify.annotations.Nullable;

/** The outcome of a run, which only the organizer has. */
final class OrganizeResult implements OperationResult {

    private final Parts parts;

    OrganizeResult(Parts parts) {
        this.parts = parts;
    }

    @Override
    public OperationKind kind() {
        return OperationKind.ORGANIZE;
    }

    @Override
    public @Nullable String json(Operation operation) {
        String run = parts.json(
                Part.ORGANIZER,
                operation.tenantId(),
                "/internal/v1/tenants/" + operation.tenantId() + "/runs/" + operation.operationId());
        return run == null ? null : Splice.operationId(operation.operationId(), run);
    }
}
