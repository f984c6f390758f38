package ai.opsai.sampler.sample;

import java.util.regex.Pattern;

/** What people mean by the names that they give to fields which hold another tool's ids. */
final class FieldNames {

    private static final Pattern LOGIN = Pattern.compile("login|user|handle");
    private static final Pattern IDENTIFIER =
            Pattern.compile(".*[a-z](_?id|_?uuid|_?guid|_number|_no|_ref|_key|_?login|_?username|_?handle)");

    private FieldNames() {}

    /** Whether the name says: the {@code by} of an entity of that provider, as {@code github_login}, {@code hubspot_contact_id}. */
    static boolean refers(String name, String provider, String entity, String by) {
        if (!name.contains(provider)) {
            return false;
        }
        String rest = name.substring(name.lastIndexOf(provider) + provider.length());
        boolean login = rest.isEmpty() || LOGIN.matcher(rest).find();
        boolean number = rest.endsWith("id");
        return by.equals("login") ? login && !number : name.contains(singular(entity)) && !(login && !number);
    }

    private static String singular(String entity) {
        return entity.endsWith("ies") ? entity.substring(0, entity.length() - 3) + "y" : entity.replaceFirst("s$", "");
    }

    /** Whether the name alone says that it identifies something. */
    static boolean identifies(String name) {
        return IDENTIFIER.matcher(name).matches();
    }
}
