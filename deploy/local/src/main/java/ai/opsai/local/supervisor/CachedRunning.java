package ai.opsai.local.supervisor;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Running;

/** Keeps the start-up cache that a part has written when it ended in good order. */
record CachedRunning(Running part, AotCache cache) implements Running {

    @Override
    public Child child() {
        return part.child();
    }

    @Override
    public Running awaitReady() {
        part.awaitReady();
        return this;
    }

    @Override
    public boolean stop() {
        boolean ran = child().alive();
        boolean byItself = part.stop();
        if (ran && byItself) {
            cache.keep();
        }
        return byItself;
    }
}
