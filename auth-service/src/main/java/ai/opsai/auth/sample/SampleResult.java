package ai.opsai.auth.sample;

import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationResult;
import ai.opsai.auth.part.Part;
import ai.opsai.auth.part.Parts;
import ai.opsai.auth.part.Splice;
import org.jspecify.annotations.Nullable;

/** The sample itself, which only the sampler has. */
final class SampleResult implements OperationResult {

    private final Parts parts;

    SampleResult(Parts parts) {
        this.parts = parts;
    }

    @Override
    public OperationKind kind() {
        return OperationKind.SAMPLE;
    }

    @Override
    public @Nullable String json(Operation operation) {
        String sample = parts.json(
                Part.SAMPLER,
                operation.tenantId(),
                "/internal/v1/tenants/" + operation.tenantId() + "/connections/" + operation.connectionId()
                        + "/sample");
        return sample == null ? null : Splice.operationId(operation.operationId(), sample);
    }
}
