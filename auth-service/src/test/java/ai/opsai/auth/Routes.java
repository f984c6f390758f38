package ai.opsai.auth;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The calls that the code answers, as it knows them itself. */
final class Routes {

    private final RequestMappingHandlerMapping mappings;

    private Routes(RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    static Routes of(Gateway gateway) {
        return new Routes(gateway.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    }

    /** Those that the description is about: not what services say to each other, nor what the console is made of. */
    Set<String> described() {
        Set<String> described = new TreeSet<>(all());
        described.removeIf(route -> route.contains(" /internal/")
                || route.contains(" /onboarding-v3/")
                || route.contains(" /webhooks/")
                || route.contains(" /v3/api-docs"));
        return described;
    }

    Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    all.add(method.name() + " " + path);
                }
            }
        }
        return all;
    }
}
