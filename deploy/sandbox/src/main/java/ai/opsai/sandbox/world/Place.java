package ai.opsai.sandbox.world;

/** A city, with what addresses, phone numbers and company names need of it. */
public record Place(
        String city,
        String region,
        String country,
        String countryCode,
        String dialling,
        String postalCode,
        String legalForm) {

    static Place parse(String line) {
        String[] part = line.split("\\|", -1);
        return new Place(part[0], part[1], part[2], part[3], part[4], part[5], part[6]);
    }
}
