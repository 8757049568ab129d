package org.disclosureledger.application.readtrail;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.projections.access.AccessFilter;
import org.disclosureledger.projections.access.AccessStore;
import org.disclosureledger.projections.access.ListedAccess;
import org.disclosureledger.projections.register.RegisterStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail as a list, latest first. It shows no personal data of applicants, so that looking at it leaves no trace. */
@Component
public class ReadingLists {

    private static final int PAGE = 100;
    private static final List<String> REGISTERS =
            Stream.of(RegisterLayout.values()).map(RegisterLayout::id).toList();
    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AccessStore store;
    private final RegisterStore registers;
    private final Ledger ledger;

    ReadingLists(AccessStore store, RegisterStore registers, Ledger ledger) {
        this.store = store;
        this.registers = registers;
        this.ledger = ledger;
    }

    /**
     * A part of the list.
     *
     * @param next number before which it goes on, null at its end
     */
    public record Found(List<ListedAccess> rows, @Nullable Long next) {}

    /** @throws Problem when a case is named by its number and nobody says of which organ */
    public Found found(ReadingQuestion question) {
        long upTo =
                question.to() == null ? Long.MAX_VALUE : before(question.to().plusDays(1));
        Long before = question.before();
        List<ListedAccess> rows = store.found(
                new AccessFilter(
                        question.organ(),
                        question.account(),
                        subjects(question),
                        question.from() == null ? 0 : before(question.from()) + 1,
                        before == null ? upTo : Math.min(upTo, before - 1)),
                PAGE + 1);
        return rows.size() <= PAGE
                ? new Found(rows, null)
                : new Found(rows.subList(0, PAGE), rows.get(PAGE - 1).row().number());
    }

    /** Number of the last event before a day. */
    private long before(LocalDate day) {
        return ledger.numberAt(
                day.atStartOfDay(ClockConfiguration.CHINA).toInstant().minus(1, ChronoUnit.MICROS));
    }

    private @Nullable List<String> subjects(ReadingQuestion question) {
        String subject = question.subject();
        if (subject == null || IDENTITY.matcher(subject).matches()) {
            return subject == null ? null : List.of(subject);
        }
        if (question.organ() == null) {
            throw Problem.badRequest("organ", "按编号查案件时，请同时填写机关代码");
        }
        return registers.numbered(question.organ(), REGISTERS, subject);
    }
}
