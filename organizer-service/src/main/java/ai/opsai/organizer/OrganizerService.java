package ai.opsai.organizer;

import ai.opsai.platform.messaging.MessagingConfiguration;
import ai.opsai.platform.problem.ProblemConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Runs the organizer: its consumers, its jobs and its internal reads. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({MessagingConfiguration.class, ProblemConfiguration.class})
public class OrganizerService {

    public static void main(String[] arguments) {
        SpringApplication.run(OrganizerService.class, arguments);
    }
}
