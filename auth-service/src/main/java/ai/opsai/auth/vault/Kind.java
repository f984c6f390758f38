package ai.opsai.auth.vault;

/** What is sealed for a connection. */
enum Kind {
    ACCESS("AT"),
    REFRESH("RT"),
    PREVIOUS_REFRESH("PRT"),
    CONFIG("CFG");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
