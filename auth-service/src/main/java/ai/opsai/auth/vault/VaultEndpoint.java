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

    @WriteOperation
    KeyUpkeep.Status rotate() {
        return upkeep.rotate();
    }
}
