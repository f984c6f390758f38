package ai.opsai.auth.token;

import java.io.IOException;

/** A token endpoint answered with a status that carries no OAuth error. */
final class EndpointStatus extends IOException {

    private static final long serialVersionUID = 1L;

    private final int code;

    EndpointStatus(int code) {
        super("token endpoint answered " + code);
        this.code = code;
    }

    int code() {
        return code;
    }
}
