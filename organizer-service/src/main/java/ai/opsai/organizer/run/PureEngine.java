package ai.opsai.organizer.run;

import ai.opsai.organizer.unification.EngineInput;
import ai.opsai.organizer.unification.EngineResult;
import ai.opsai.organizer.unification.UnificationEngine;
import org.springframework.stereotype.Component;

/** The engine of this build. */
@Component
final class PureEngine implements Engine {

    @Override
    public String version() {
        return UnificationEngine.VERSION;
    }

    @Override
    public EngineResult organize(EngineInput input) {
        return UnificationEngine.organize(input);
    }
}
