package ai.opsai.sampler.provider;

/** The form of a look-up's values where its declaration names none. */
final class LookupForms {

    private LookupForms() {}

    static String of(String by) {
        return switch (by) {
            case "email" -> "[^\\s@\"\\\\']+@[^\\s@\"\\\\']+\\.[^\\s@\"\\\\']+";
            case "domain" -> "[a-z0-9-]+(\\.[a-z0-9-]+)+";
            case "login" -> "[A-Za-z0-9][A-Za-z0-9-]{0,38}(\\[bot\\])?";
            case "metadata" -> "[A-Za-z0-9_.:@-]{3,255}";
            default -> "[A-Za-z0-9_-]{1,255}";
        };
    }
}
