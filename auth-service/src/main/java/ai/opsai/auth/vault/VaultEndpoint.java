package ai.opsai.auth.vault;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** The state of the keys, and their rotation, for operators: on the management port alone. */
@Endpoint(id = "vault")
final class VaultEndpoint {

    private final KeyUpkeep upkeep;

    VaultEndpoint(KeyUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @ReadOperation
    KeyUpkeep.Status status() {
        return upkeep.status();
    }

    /**
     * Rotates keys. What is to be rotated is said in a JSON body, which no page of another site can make a browser send.
     */
    @WriteOperation
    KeyUpkeep.Status rotate(Rotated keys) {
        return switch (keys) {
            case TENANTS -> upkeep.rotate();
        };
    }

    /** The master key is not among them: its provider rotates it. */
    enum Rotated {
        TENANTS
    }
}
