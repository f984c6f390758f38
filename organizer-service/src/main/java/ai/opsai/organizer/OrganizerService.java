package ai.opsai.organizer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the organizer: its consumers, its jobs and its internal reads. */
@SpringBootApplication(proxyBeanMethods = false)
public class OrganizerService {

    public static void main(String[] arguments) {
        SpringApplication.run(OrganizerService.class, arguments);
    }
}
