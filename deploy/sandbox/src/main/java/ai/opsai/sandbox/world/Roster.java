package ai.opsai.sandbox.world;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The name lists, and what is already taken: no two people share an address, no two companies a domain. */
final class Roster {

    final List<String> firstNames = Lines.of(Roster.class, "first-names.txt");
    final List<String> lastNames = Lines.of(Roster.class, "last-names.txt");
    final List<String> companyHeads = Lines.of(Roster.class, "company-heads.txt");
    final List<String> companyTails = Lines.of(Roster.class, "company-tails.txt");
    final List<String> jobTitles = Lines.of(Roster.class, "job-titles.txt");
    final List<String> industries = Lines.of(Roster.class, "industries.txt");
    final List<Place> places =
            Lines.of(Roster.class, "places.txt").stream().map(Place::parse).toList();
    final List<String> freeMail = List.of("gmail.com", "outlook.com", "yahoo.com", "icloud.com", "proton.me", "gmx.de");

    private final Set<String> taken = new HashSet<>();

    /** The local part at the domain, with a number behind it when somebody else has it. */
    String address(String local, String domain) {
        String address = ascii(local) + "@" + domain;
        for (int number = 2; !taken.add(address); number++) {
            address = ascii(local) + number + "@" + domain;
        }
        return address;
    }

    boolean take(String name) {
        return taken.add(name);
    }

    static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("ı", "i")
                .replaceAll("[^a-z0-9.\\-]", "");
    }
}
