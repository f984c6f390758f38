package ai.opsai.organizer.run;

import ai.opsai.organizer.unification.EngineInput;
import ai.opsai.organizer.unification.EngineResult;
import ai.opsai.organizer.unification.UnificationEngine;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The engine, stopped in its work until its process ends. No component, so that only who names it gets it. */
public class BlockedEngine {

    /** Whose samples block it: a test's context also repeats what other tests left on the topics. */
    public static final String PROVIDER = "blocking";

    @Bean
    @Primary
    Engine blocked() {
        return new Engine() {
            @Override
            public String version() {
                return UnificationEngine.VERSION;
            }

            @Override
            public EngineResult organize(EngineInput input) {
                if (input.samples().stream()
                        .noneMatch(sample -> sample.provider().equals(PROVIDER))) {
                    return UnificationEngine.organize(input);
                }
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("killed", e);
                }
                throw new IllegalStateException("never reached");
            }
        };
    }
}
