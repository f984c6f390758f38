package ai.opsai.local.supervisor;

import ai.opsai.local.workspace.ServiceModule;
import java.util.Map;

/** One process of a service. Further samplers differ from the first by name and ports. */
record ServiceInstance(String name, ServiceModule service, Map<String, Integer> ports) {

    ServiceInstance {
        ports = Map.copyOf(ports);
    }

    int port(String use) {
        Integer port = ports.get(use);
        if (port == null) {
            throw new IllegalArgumentException(name + " has no port for " + use);
        }
        return port;
    }
}
