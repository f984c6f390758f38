package ai.opsai.local.supervisor;

import ai.opsai.local.process.StartFailure;
import java.util.ArrayList;
import java.util.List;

/** Keepers that are stopped together. After that no further one starts, however far a start in another thread is. */
final class Keepers {

    private final List<Keeper> all = new ArrayList<>();
    private boolean stopped;

    void start(Keeper keeper) {
        add(keeper);
        keeper.start();
    }

    private synchronized void add(Keeper keeper) {
        if (stopped) {
            throw new StartFailure("The stack was stopped while it started", List.of());
        }
        all.add(keeper);
    }

    void stop() {
        Together.run(close().stream().<Together.Step>map(keeper -> keeper::stop).toList());
    }

    private synchronized List<Keeper> close() {
        stopped = true;
        return List.copyOf(all);
    }

    synchronized boolean stopped() {
        return stopped;
    }
}
