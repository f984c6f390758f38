package ai.opsai.sampler.sample;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which e-mail addresses and domains stand for one person or one company, and so are worth a look-up. */
final class Mailboxes {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"'\\\\,;]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private static final Set<String> ROLES = Set.of(
            "abuse",
            "accounting",
            "accounts",
            "accountspayable",
            "admin",
            "administrator",
            "ap",
            "ar",
            "billing",
            "bookings",
            "careers",
            "contact",
            "customerservice",
            "enquiries",
            "events",
            "finance",
            "hello",
            "help",
            "helpdesk",
            "hi",
            "hr",
            "info",
            "inquiries",
            "invoice",
            "invoices",
            "it",
            "jobs",
            "legal",
            "mail",
            "marketing",
            "media",
            "newsletter",
            "noreply",
            "no-reply",
            "donotreply",
            "do-not-reply",
            "office",
            "orders",
            "payments",
            "payroll",
            "postmaster",
            "press",
            "privacy",
            "purchasing",
            "reception",
            "root",
            "sales",
            "security",
            "service",
            "shop",
            "staff",
            "subscriptions",
            "support",
            "team",
            "tech",
            "test",
            "webmaster");

    private static final Set<String> FREE = Set.of(
            "aol.com",
            "free.fr",
            "gmail.com",
            "gmx.at",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hey.com",
            "hotmail.co.uk",
            "hotmail.com",
            "hotmail.de",
            "hotmail.fr",
            "icloud.com",
            "libero.it",
            "live.com",
            "mac.com",
            "mail.com",
            "mail.ru",
            "me.com",
            "msn.com",
            "naver.com",
            "orange.fr",
            "outlook.com",
            "outlook.de",
            "pm.me",
            "posteo.de",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "t-online.de",
            "web.de",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.de",
            "yandex.com",
            "yandex.ru",
            "zoho.com",
            "users.noreply.github.com");

    private Mailboxes() {}

    static boolean isEmail(String text) {
        return text.length() <= 254 && EMAIL.matcher(text).matches();
    }

    /** Not a role's mailbox: whoever reads it is one person. */
    static boolean isPersonal(String email) {
        String local = email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT);
        int tag = local.indexOf('+');
        String name = tag > 0 ? local.substring(0, tag) : local;
        return !ROLES.contains(name.replaceAll("[._]", ""))
                && !ROLES.contains(name)
                && !domain(email).endsWith("noreply.github.com");
    }

    static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** A domain of its own, not one where anybody gets a mailbox. */
    static boolean isCompany(String domain) {
        return DOMAIN.matcher(domain).matches() && !FREE.contains(domain);
    }

    /** The host of a web address or a plain domain, without www; empty where the text is neither. */
    static String host(String text) {
        String lower = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "");
        int end = lower.indexOf('/');
        String host = end < 0 ? lower : lower.substring(0, end);
        return DOMAIN.matcher(host).matches() && !host.matches("[\\d.]+") ? host : "";
    }
}
