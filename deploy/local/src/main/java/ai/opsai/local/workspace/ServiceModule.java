package ai.opsai.local.workspace;

import java.util.Map;

/** The three services: their module, the word that the others know them by, their schema and their fixed ports. */
public enum ServiceModule {
    AUTH("auth-service", "auth", "connections"),
    SAMPLER("sampler-service", "sampler", "sampling"),
    ORGANIZER("organizer-service", "organizer", "organizing");

    private final String module;
    private final String word;
    private final String schema;

    ServiceModule(String module, String word, String schema) {
        this.module = module;
        this.word = word;
        this.schema = schema;
    }

    /** Folder and artifact. */
    public String module() {
        return module;
    }

    public String word() {
        return word;
    }

    public String schema() {
        return schema;
    }

    /** Where the service listens, by use. */
    public Map<String, Integer> ports() {
        return switch (this) {
            case AUTH -> Map.of("http", 7250, "internal", 7260, "management", 7270);
            case SAMPLER -> Map.of("http", 7251, "management", 7271);
            case ORGANIZER -> Map.of("http", 7252, "management", 7272);
        };
    }

    /** Whether this service logs in as the role. */
    public boolean uses(String role) {
        return role.startsWith("opsai_" + word) || (this == AUTH && role.equals("opsai_vault"));
    }
}
