package ai.opsai.profile;

/** The type of a field in the words of a sample's schema. */
final class SimpleTypes {

    private SimpleTypes() {}

    static String of(ValueProfile profile) {
        long seen = profile.present() - profile.nulls();
        if (seen == 0) {
            return "unknown";
        }
        if (profile.numbersSeen() == seen) {
            return "number";
        }
        if (profile.count(JsonKind.BOOLEAN) == seen) {
            return "boolean";
        }
        if (profile.count(JsonKind.OBJECT) == seen) {
            return "object";
        }
        if (profile.count(JsonKind.ARRAY) == seen) {
            return "array";
        }
        return profile.count(JsonKind.OBJECT) + profile.count(JsonKind.ARRAY) == 0 ? "string" : "unknown";
    }
}
