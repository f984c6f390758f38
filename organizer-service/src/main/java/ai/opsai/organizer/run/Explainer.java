package ai.opsai.organizer.run;

import ai.opsai.organizer.inventory.Inventory;
import ai.opsai.organizer.schema.OrganizedState;
import ai.opsai.organizer.schema.OrganizedStates;
import ai.opsai.organizer.unification.EngineInput;
import ai.opsai.organizer.unification.Explanations;
import ai.opsai.organizer.unification.Proposal;
import ai.opsai.organizer.unification.Proposals;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Explains the state that a tenant's tables are in. Explanations are not stored: the engine repeats its work on the same
 * input, and the last one is kept, since questions come in series.
 */
@Component
public final class Explainer {

    private final TenantTransactions transactions;
    private final OrganizedStates states;
    private final Inventory inventory;
    private final Materials materials;
    private final Engine engine;
    private final AtomicReference<Kept> last = new AtomicReference<>();

    Explainer(
            TenantTransactions transactions,
            OrganizedStates states,
            Inventory inventory,
            Materials materials,
            Engine engine) {
        this.transactions = transactions;
        this.states = states;
        this.inventory = inventory;
        this.materials = materials;
        this.engine = engine;
    }

    /** Empty when nothing was organized, or when the samples that it was made from are gone. */
    public Optional<Explanations> of(String tenantId) {
        Optional<OrganizedState> state = transactions.call(tenantId, states::current);
        return state.flatMap(current -> kept(tenantId, current).or(() -> repeated(tenantId, current)));
    }

    private Optional<Explanations> kept(String tenantId, OrganizedState state) {
        return Optional.ofNullable(last.get())
                .filter(kept ->
                        kept.tenantId().equals(tenantId) && kept.requestId().equals(state.requestId()))
                .map(Kept::explanations);
    }

    private Optional<Explanations> repeated(String tenantId, OrganizedState state) {
        Optional<EngineInput> input = transactions.call(
                tenantId,
                () -> inventory.has(state.inputs()) ? Optional.of(input(state)) : Optional.<EngineInput>empty());
        return input.map(engine::organize).map(result -> {
            last.set(new Kept(tenantId, state.requestId(), result.explanations()));
            return result.explanations();
        });
    }

    private EngineInput input(OrganizedState state) {
        List<Proposal> accepted = state.decisions().stream()
                .map(decision -> Proposals.read(decision.proposal()))
                .toList();
        return materials.read(state.inputs(), state.overridesVersion()).input(accepted, state.schemaVersion());
    }

    private record Kept(String tenantId, UUID requestId, Explanations explanations) {}
}
