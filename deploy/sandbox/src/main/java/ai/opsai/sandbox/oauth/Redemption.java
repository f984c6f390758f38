package ai.opsai.sandbox.oauth;

import java.util.List;

/** What came of presenting a code. */
sealed interface Redemption {

    record Granted(String account, List<String> scopes) implements Redemption {}

    record Refused(Reason reason) implements Redemption {}

    enum Reason {
        UNKNOWN_CODE,
        REDIRECT_MISMATCH,
        WRONG_VERIFIER
    }
}
