package ai.opsai.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the gateway. */
@SpringBootApplication(proxyBeanMethods = false)
public class AuthService {

    public static void main(String[] arguments) {
        SpringApplication.run(AuthService.class, arguments);
    }
}
