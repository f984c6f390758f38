package ai.opsai.organizer.unification.linking;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An e-mail address in its parts; a tag behind a plus is kept apart, because it names a use and not a person. */
record Email(String local, String tag, String domain) {

    static @Nullable Email of(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at <= 0 || at == address.length() - 1) {
            return null;
        }
        String local = address.substring(0, at);
        int plus = local.indexOf('+');
        String name = plus > 0 ? local.substring(0, plus) : local;
        String tag = plus > 0 ? local.substring(plus + 1) : "";
        return new Email(name, tag, address.substring(at + 1));
    }

    /** The mailbox without the tag. */
    String base() {
        return local + "@" + domain;
    }

    /** The local part without digits and separators. */
    String letters() {
        return local.replaceAll("[^\\p{L}]", "");
    }
}
