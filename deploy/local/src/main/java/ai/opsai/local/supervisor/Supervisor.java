package ai.opsai.local.supervisor;

import ai.opsai.local.process.Running;
import ai.opsai.local.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Starts the parts in the order that their needs allow, as many at a time as possible, and ends them the other way. */
final class Supervisor {

    private final StackPlan plan;
    private final StateBoard board;
    private final Servers servers;
    private final Programs programs;
    private final Proofs proofs;
    private final Keepers databases = new Keepers();
    private final Keepers brokers = new Keepers();
    private final Keepers sandboxes = new Keepers();
    private final Keepers services = new Keepers();

    private Supervisor(StackPlan plan, StateBoard board, Servers servers, Programs programs, Proofs proofs) {
        this.plan = plan;
        this.board = board;
        this.servers = servers;
        this.programs = programs;
        this.proofs = proofs;
    }

    static Supervisor of(Workspace workspace, StackPlan plan, Map<String, String> environment, Clock clock) {
        Servers servers = new Servers(workspace, plan.external());
        ServiceEnvironment variables = new ServiceEnvironment(
                environment, workspace.secrets(), plan, servers.database().jdbcUrl(), servers.bootstrapServers());
        return new Supervisor(
                plan,
                new StateBoard(new StateFile(workspace.stateFile()), clock, plan.parts(workspace, clock.instant())),
                servers,
                new Programs(workspace, variables),
                new Proofs(workspace, plan, servers));
    }

    StateBoard board() {
        return board;
    }

    /** Returns when the stack has proved that it works. */
    void up() {
        List<Together.Step> first = new ArrayList<>(List.of(this::startDatabase, programs::ensureKeys));
        if (plan.external().bootstrapServers() == null) {
            first.add(() -> start(brokers, StackPlan.KAFKA, servers::launchKafka));
        }
        if (plan.options().sandbox()) {
            first.add(() -> start(sandboxes, StackPlan.SANDBOX, programs::launchSandbox));
        }
        Together.run(first);
        Together.run(plan.services().stream().map(this::startOf).toList());
        proofs.all();
    }

    private void startDatabase() {
        if (plan.external().database() == null) {
            start(databases, StackPlan.POSTGRES, servers::launchPostgres);
        }
        servers.prepareDatabase();
    }

    private Together.Step startOf(ServiceInstance instance) {
        return () -> start(services, instance.name(), () -> programs.launch(instance));
    }

    private void start(Keepers keepers, String name, Supplier<? extends Running> launcher) {
        keepers.start(new Keeper(name, launcher, board, Backoff.DEFAULT));
    }

    /** Each while what it needs still answers. Parts that never started are no trouble. */
    void down() {
        List.of(services, sandboxes, brokers, databases).forEach(Keepers::stop);
    }

    /** Whether an end was asked for, perhaps while the start goes on. */
    boolean stopping() {
        return services.stopped();
    }
}
