package ai.opsai.sampler.sample;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which e-mail addresses and domains stand for one person or one company, and so are worth a look-up. */
final class Mailboxes {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"'\\\\,;]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern BOT = Pattern.compile("(.*\\[bot]|(.*[._-])?bot)");

    private static final Set<String> DOMAIN_KEYS = Set.of("domain", "website", "blog", "url", "homepage");
    private static final Set<String> ROLES = Words.of("role-mailboxes.txt");
    private static final Set<String> FREE = Words.of("free-mail-domains.txt");

    /** Shorter first words, as in {@code it.miller}, may be initials. */
    private static final int SHORTEST_ROLE_IN_A_NAME = 4;

    private Mailboxes() {}

    /** The addresses that a field holds; none where it holds anything besides. */
    static List<String> emailsIn(String text) {
        if (text.indexOf('@') < 0 || text.length() > 2_000) {
            return List.of();
        }
        List<String> parts = Arrays.stream(text.split("[;,\\s]+", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.stream().allMatch(Mailboxes::isEmail) ? parts : List.of();
    }

    static boolean isEmail(String text) {
        return text.length() <= 254 && EMAIL.matcher(text).matches();
    }

    /** The form in which addresses are compared: lower-case, the domain as DNS writes it. */
    static String canonical(String email) {
        int at = email.lastIndexOf('@');
        return email.substring(0, at).toLowerCase(Locale.ROOT) + '@' + ascii(email.substring(at + 1));
    }

    private static String ascii(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        try {
            return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return lower;
        }
    }

    /** The address without its tag: {@code ann+billing@} is read where {@code ann@} is. */
    static String untagged(String email) {
        int at = email.lastIndexOf('@');
        int tag = email.indexOf('+');
        return tag > 0 && tag < at ? email.substring(0, tag) + email.substring(at) : email;
    }

    /** Neither a role's mailbox nor a machine's: whoever reads it is one person. */
    static boolean isPersonal(String email) {
        String plain = untagged(canonical(email));
        String name = plain.substring(0, plain.lastIndexOf('@'));
        String first = name.split("[._-]", 2)[0];
        boolean role = ROLES.contains(name.replaceAll("[._-]", ""))
                || (first.length() >= SHORTEST_ROLE_IN_A_NAME && ROLES.contains(first));
        return !role
                && !BOT.matcher(name).matches()
                && !name.startsWith("noreply")
                && !name.startsWith("no-reply")
                && !domain(plain).contains("noreply");
    }

    static String domain(String email) {
        return ascii(email.substring(email.lastIndexOf('@') + 1));
    }

    /** A domain of its own, not one where anybody gets a mailbox. */
    static boolean isCompany(String domain) {
        return DOMAIN.matcher(domain).matches() && !FREE.contains(domain);
    }

    /** The domain of the company that a row with this value stands for: by its site, or by a mailbox that is no person's. */
    static Optional<String> companyDomain(String path, String value) {
        String domain = "";
        if (isEmail(value)) {
            domain = isPersonal(value) ? "" : domain(value);
        } else if (DOMAIN_KEYS.contains(path.substring(path.lastIndexOf('.') + 1))) {
            domain = host(value);
        }
        return Optional.of(domain).filter(Mailboxes::isCompany);
    }

    /** The host of a web address or a plain domain, without www; empty where the text is neither. */
    static String host(String text) {
        String lower = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "");
        int end = lower.indexOf('/');
        String host = ascii(end < 0 ? lower : lower.substring(0, end));
        return DOMAIN.matcher(host).matches() && !host.matches("[\\d.]+") ? host : "";
    }
}
