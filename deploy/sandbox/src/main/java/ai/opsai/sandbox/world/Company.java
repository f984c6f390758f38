package ai.opsai.sandbox.world;

/** A company that exists once, whatever the providers call it. */
public record Company(int id, String name, String domain, String industry, Place place, int employees) {

    public String legalName() {
        return name + " " + place.legalForm();
    }

    /** The name as an account name: {@code northwind-labs}. */
    public String slug() {
        return domain.substring(0, domain.indexOf('.'));
    }

    public String mailbox(String role) {
        return role + "@" + domain;
    }
}
