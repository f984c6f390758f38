package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.lexicon.Lexicon;
import java.util.Optional;

/** E-mail addresses: the same mailbox is nearly proof, unless it belongs to a function; different ones prove little. */
record EmailComparison(Lexicon lexicon) implements Comparison {

    @Override
    public Optional<Evidence> compare(Facts left, Facts right) {
        Email one = left.email();
        Email other = right.email();
        if (one == null || other == null) {
            return Optional.empty();
        }
        return Optional.of(one.base().equals(other.base()) ? same(one, other) : different(one, other));
    }

    private Evidence same(Email one, Email other) {
        if (lexicon.isRoleMailbox(one.local())) {
            return new Evidence(1, "the same mailbox, but one of a function, not of a person");
        }
        return one.tag().equals(other.tag())
                ? new Evidence(11, "the same e-mail address")
                : new Evidence(9.5, "the same e-mail address but for a tag");
    }

    private Evidence different(Email one, Email other) {
        if (one.domain().equals(other.domain())) {
            return Strings.near(one.local(), other.local())
                    ? new Evidence(3, "e-mail addresses that differ by a slip")
                    : new Evidence(lexicon.isFreeMail(one.domain()) ? -1.5 : -2.5, "different mailboxes of one domain");
        }
        if (!one.letters().isEmpty() && one.letters().equals(other.letters()) && !lexicon.isRoleMailbox(one.local())) {
            return new Evidence(1, "the same name in front of different e-mail domains");
        }
        boolean bothWork = !lexicon.isFreeMail(one.domain()) && !lexicon.isFreeMail(other.domain());
        return bothWork
                ? new Evidence(-2, "different e-mail domains, neither of them a free provider's")
                : new Evidence(-0.7, "different e-mail domains");
    }
}
