package ai.opsai.sandbox.world;

/** How the records of one person differ between providers: each person has one such habit. */
public enum Trait {
    /** The same name and address everywhere. */
    PLAIN,
    /** Stripe keeps the address as it was typed, with capitals. */
    LETTER_CASE,
    /** A tagged address at Stripe and GitHub: {@code name+billing@}. */
    PLUS_ADDRESS,
    /** HubSpot and GitHub know the short first name. */
    NICKNAME,
    /** HubSpot and GitHub know the new last name, Stripe the former; the address stayed. */
    NEW_LAST_NAME,
    /** No public address at GitHub; some records name the login instead. */
    HIDDEN_EMAIL,
    /** GitHub and Stripe have the private address, HubSpot the one at work. */
    PERSONAL_EMAIL,
    /** At GitHub the no-reply address that GitHub itself hands out. */
    NO_REPLY,
    /** Hardly more than an address. */
    SPARSE,
    /** Pays and is written to at the company's role mailbox, which others use too. */
    SHARED_MAILBOX
}
