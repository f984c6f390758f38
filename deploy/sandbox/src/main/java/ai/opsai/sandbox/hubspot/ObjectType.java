package ai.opsai.sandbox.hubspot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The CRM objects, by all the names that HubSpot's paths accept. */
enum ObjectType {
    CONTACTS("contact", "0-1", "createdate,email,firstname,hs_object_id,lastmodifieddate,lastname", "lastmodifieddate"),
    COMPANIES("company", "0-2", "createdate,domain,hs_lastmodifieddate,hs_object_id,name", "hs_lastmodifieddate"),
    DEALS(
            "deal",
            "0-3",
            "amount,closedate,createdate,dealname,dealstage,hs_lastmodifieddate,hs_object_id,pipeline",
            "hs_lastmodifieddate");

    private final String singular;
    private final String typeId;
    private final String shownByDefault;
    private final String modified;

    ObjectType(String singular, String typeId, String shownByDefault, String modified) {
        this.singular = singular;
        this.typeId = typeId;
        this.shownByDefault = shownByDefault;
        this.modified = modified;
    }

    static @Nullable ObjectType of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(type -> type.plural().equals(name) || type.singular.equals(name) || type.typeId.equals(name))
                .findFirst()
                .orElse(null);
    }

    String plural() {
        return name().toLowerCase(Locale.ROOT);
    }

    String singular() {
        return singular;
    }

    List<String> shownByDefault() {
        return List.of(shownByDefault.split(",", -1));
    }

    /** The property that holds the time of the last change. */
    String modified() {
        return modified;
    }

    String readScope() {
        return "crm.objects." + plural() + ".read";
    }
}
