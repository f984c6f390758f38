package ai.opsai.organizer.run;

import ai.opsai.organizer.unification.EngineInput;
import ai.opsai.organizer.unification.EngineResult;

/** The pure engine, and the version under which its results can be repeated to the byte. */
public interface Engine {

    String version();

    EngineResult organize(EngineInput input);
}
