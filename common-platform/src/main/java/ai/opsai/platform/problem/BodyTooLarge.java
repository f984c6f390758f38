package ai.opsai.platform.problem;

import java.io.IOException;

/** A body passed the limit while it was read. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("body over the limit");
    }
}
