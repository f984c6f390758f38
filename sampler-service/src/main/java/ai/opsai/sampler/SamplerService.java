package ai.opsai.sampler;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the sampler. */
@SpringBootApplication(proxyBeanMethods = false)
public class SamplerService {

    public static void main(String[] arguments) {
        SpringApplication.run(SamplerService.class, arguments);
    }
}
