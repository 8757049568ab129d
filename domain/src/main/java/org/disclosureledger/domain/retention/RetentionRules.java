package org.disclosureledger.domain.retention;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.retention.RetentionCommand.Candidate;
import org.disclosureledger.domain.retention.RetentionEvent.ArchivePackageExported;
import org.disclosureledger.domain.retention.RetentionEvent.DestructionAbandoned;
import org.disclosureledger.domain.retention.RetentionEvent.DestructionProposed;
import org.disclosureledger.domain.retention.RetentionEvent.PersonalDataDestroyed;
import org.disclosureledger.domain.retention.RetentionEvent.RestrictionTermSet;

/**
 * Personal data is destroyed in batches, one at a time: proposed for cases that are over and have been kept long enough,
 * exported for the archives, approved by somebody else. Whatever happened to the cases meanwhile counts.
 */
public final class RetentionRules {

    /** Cases in one batch. */
    public static final int MOST_CASES = 5_000;

    private static final int MOST_MONTHS = 120;
    private static final int MOST_YEARS = 100;
    private static final int LONGEST_TEXT = 200;

    private RetentionRules() {}

    /** @throws CommandRejected with the rules that are offended */
    public static List<RetentionEvent> handle(RetentionCommand command, Retention retention) {
        return switch (command) {
            case RetentionCommand.SetRestrictionTerm c -> set(c, retention);
            case RetentionCommand.ProposeDestruction c -> propose(c, retention);
            case RetentionCommand.AbandonDestruction c -> abandon(c, retention);
            case RetentionCommand.RecordExport c -> export(c, retention);
            case RetentionCommand.ApproveDestruction c -> approve(c, retention);
        };
    }

    /** The last year in which what may be destroyed had ended: years of keeping begin with the next one. */
    public static int lastYear(LocalDate today, int years) {
        return today.getYear() - 1 - years;
    }

    private static List<RetentionEvent> set(RetentionCommand.SetRestrictionTerm c, Retention retention) {
        Integer months = c.months();
        if (months != null && (months < 1 || months > MOST_MONTHS)) {
            throw new CommandRejected(RetentionRule.MONTHS_OUT_OF_RANGE.onField("months"));
        }
        boolean same = months == null ? retention.months() == null : months.equals(retention.months());
        return same
                ? List.of()
                : List.of(new RestrictionTermSet(c.organ(), RestrictionRule.AFTER_THE_END_2026, months));
    }

    private static List<RetentionEvent> propose(RetentionCommand.ProposeDestruction c, Retention retention) {
        Retention.Proposal waiting = retention.open();
        if (waiting != null) {
            throw new CommandRejected(RetentionRule.PROPOSAL_WAITING.onField("schedule", waiting.batch()));
        }
        if (isMissing(c.schedule())) {
            throw new CommandRejected(RetentionRule.SCHEDULE_MISSING.onField("schedule"));
        }
        if (c.years() < 1 || c.years() > MOST_YEARS) {
            throw new CommandRejected(RetentionRule.YEARS_OUT_OF_RANGE.onField("years"));
        }
        if (c.candidates().isEmpty()) {
            throw new CommandRejected(RetentionRule.NOTHING_TO_DESTROY.onField("numbers"));
        }
        if (c.candidates().size() > MOST_CASES) {
            throw new CommandRejected(RetentionRule.TOO_MANY_CASES.onField("numbers", MOST_CASES));
        }
        refuse(
                RetentionRule.DESTROYED_ALREADY,
                "numbers",
                c.candidates(),
                k -> retention.destroyed().contains(k.caseId()));
        requireOver(c.candidates(), c.years(), c.today(), "numbers");
        return List.of(new DestructionProposed(
                c.organ(),
                retention.batches() + 1,
                c.schedule(),
                c.years(),
                Cases.text(c.candidates().stream().map(Candidate::caseId).toList()),
                c.today(),
                c.by()));
    }

    private static List<RetentionEvent> abandon(RetentionCommand.AbandonDestruction c, Retention retention) {
        require(retention, c.batch());
        if (isMissing(c.reason())) {
            throw new CommandRejected(RetentionRule.REASON_MISSING.onField("reason"));
        }
        return List.of(new DestructionAbandoned(c.organ(), c.batch(), c.reason()));
    }

    private static List<RetentionEvent> export(RetentionCommand.RecordExport c, Retention retention) {
        require(retention, c.batch());
        return List.of(new ArchivePackageExported(c.organ(), c.batch(), c.digest()));
    }

    /** What the proposer could not know is looked at again: a remedy that came in, an answer that was taken up. */
    private static List<RetentionEvent> approve(RetentionCommand.ApproveDestruction c, Retention retention) {
        Retention.Proposal proposal = require(retention, c.batch());
        if (proposal.proposedBy().equals(c.by())) {
            throw new CommandRejected(RetentionRule.SAME_PERSON.onField("batch"));
        }
        String digest = proposal.digest();
        if (digest == null) {
            throw new CommandRejected(RetentionRule.PACKAGE_NOT_EXPORTED.onField("batch"));
        }
        Set<String> looked = new HashSet<>();
        c.candidates().forEach(k -> looked.add(k.caseId()));
        if (!looked.equals(Set.copyOf(proposal.cases()))) {
            throw new IllegalArgumentException("not the cases of the batch");
        }
        requireOver(c.candidates(), proposal.years(), c.today(), "batch");
        refuse(RetentionRule.CHANGED_SINCE_EXPORT, "batch", c.candidates(), Candidate::changedSinceExport);
        return List.of(new PersonalDataDestroyed(
                c.organ(), c.batch(), Cases.text(proposal.cases()), digest, c.today(), c.by()));
    }

    private static void requireOver(List<Candidate> cases, int years, LocalDate today, String field) {
        refuse(RetentionRule.REMEDY_PENDING, field, cases, Candidate::remedyPending);
        refuse(RetentionRule.CASE_OPEN, field, cases, k -> k.endedOn() == null);
        int lastYear = lastYear(today, years);
        refuse(RetentionRule.TERM_NOT_OVER, field, cases, k -> endedAfter(k, lastYear));
    }

    private static boolean endedAfter(Candidate candidate, int year) {
        LocalDate ended = candidate.endedOn();
        return ended != null && ended.getYear() > year;
    }

    private static void refuse(RetentionRule rule, String field, List<Candidate> cases, Predicate<Candidate> offends) {
        long count = cases.stream().filter(offends).count();
        if (count > 0) {
            throw new CommandRejected(rule.onField(field, count));
        }
    }

    private static Retention.Proposal require(Retention retention, int batch) {
        Retention.Proposal open = retention.open();
        if (open == null || open.batch() != batch) {
            throw new CommandRejected(RetentionRule.NO_SUCH_PROPOSAL.onField("batch"));
        }
        return open;
    }

    private static boolean isMissing(String text) {
        return text.isBlank() || text.length() > LONGEST_TEXT;
    }
}
