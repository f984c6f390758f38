package ai.opsai.sandbox.world;

/** Who a record is about. */
public record Subject(Kind kind, int id) {

    /** People and companies; nothing else has records at several providers. */
    public enum Kind {
        PERSON,
        COMPANY
    }

    public static Subject of(Person person) {
        return new Subject(Kind.PERSON, person.id());
    }

    public static Subject of(Company company) {
        return new Subject(Kind.COMPANY, company.id());
    }
}
