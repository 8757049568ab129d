package org.disclosureledger.domain.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a request has taken, as the clock and the rules read them. Where a register speaks of one correction,
 * consultation or payment, it speaks of the latest.
 *
 * @param reopening the reopening that still waits for its answer
 */
public record Course(
        List<Correction> corrections,
        @Nullable Extension extension,
        List<Consultation> consultations,
        List<Fee> fees,
        @Nullable Reasons reasons,
        @Nullable LaterDate laterDate,
        List<Answer> answers,
        @Nullable Reopening reopening,
        List<Letter> letters) {

    static final Course NONE =
            new Course(List.of(), null, List.of(), List.of(), null, null, List.of(), null, List.of());

    /** Art. 30. A register may know of a correction without its notice. */
    public record Correction(
            @Nullable LocalDate requestedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate receivedOn) {

        boolean isOpen() {
            return requestedOn != null && receivedOn == null;
        }
    }

    /** Art. 33: working days added once. */
    public record Extension(LocalDate notifiedOn, int days) {}

    /** Art. 32 to 34. */
    public record Consultation(
            int number,
            boolean thirdParty,
            @Nullable LocalDate consultedOn,
            @Nullable LocalDate respondedOn,
            @Nullable Opinion opinion) {

        boolean isOpen() {
            return consultedOn != null && respondedOn == null;
        }
    }

    /** 国办函〔2020〕109号; the amount in 元. */
    public record Fee(
            @Nullable LocalDate notifiedOn,
            @Nullable BigDecimal amount,
            @Nullable LocalDate paidOn) {

        boolean isOpen() {
            return notifiedOn != null && paidOn == null;
        }
    }

    /** Art. 35; reasonable is null until the applicant has spoken. */
    public record Reasons(
            LocalDate requestedOn,
            @Nullable LocalDate givenOn,
            @Nullable Boolean reasonable) {}

    /** Art. 35: a later date, fixed and told. */
    public record LaterDate(LocalDate fixedOn, LocalDate answerDueOn) {}

    /** Art. 36. */
    public record Answer(
            LocalDate decidedOn, Outcome outcome, @Nullable LocalDate deliveredOn) {}

    /** That an answered request waits for another answer. */
    public record Reopening(LocalDate reopenedOn, @Nullable LocalDate answerDueOn) {}

    /** A letter of the case. */
    public record Letter(
            String number, LocalDate letterOn, @Nullable LocalDate deliveredOn) {}

    public Course {
        corrections = List.copyOf(corrections);
        consultations = List.copyOf(consultations);
        fees = List.copyOf(fees);
        answers = List.copyOf(answers);
        letters = List.copyOf(letters);
    }

    /** Whether the request is answered and nothing asks for another answer. */
    public boolean isAnswered() {
        return !answers.isEmpty() && reopening == null;
    }

    /** The correction notice that the applicant has not answered. */
    public @Nullable Correction openCorrection() {
        return corrections.stream().filter(Correction::isOpen).findFirst().orElse(null);
    }

    /** The fee that the applicant has not paid. */
    public @Nullable Fee openFee() {
        return fees.stream().filter(Fee::isOpen).findFirst().orElse(null);
    }

    /** Consultations that nobody has answered, silent ones among them. */
    public List<Consultation> openConsultations() {
        return consultations.stream().filter(Consultation::isOpen).toList();
    }

    Course after(RequestEvent event) {
        return switch (event) {
            case RequestEvent.CorrectionRequested e ->
                withCorrections(plus(corrections, new Correction(e.requestedOn(), e.correctionDueOn(), null)));
            case RequestEvent.CorrectionReceived e -> withCorrections(received(e.receivedOn()));
            case RequestEvent.AnswerPeriodExtended e ->
                withExtension(new Extension(e.notifiedOn(), e.days() == null ? AnswerClock.EXTENSION : e.days()));
            case RequestEvent.ThirdPartyConsulted e ->
                withConsultations(plus(
                        consultations,
                        new Consultation(nextConsultation(e.consultation()), true, e.consultedOn(), null, null)));
            case RequestEvent.OrganConsulted e ->
                withConsultations(
                        plus(consultations, new Consultation(e.consultation(), false, e.consultedOn(), null, null)));
            case RequestEvent.ThirdPartyResponded e ->
                withConsultations(responded(e.consultation(), e.respondedOn(), e.opinion()));
            case RequestEvent.OrganResponded e ->
                withConsultations(responded(e.consultation(), e.respondedOn(), e.opinion()));
            case RequestEvent.FeeNotified e -> withFees(plus(fees, new Fee(e.notifiedOn(), e.fee(), null)));
            case RequestEvent.FeePaid e -> withFees(paid(e.paidOn()));
            case RequestEvent.ReasonsRequested e -> withReasons(new Reasons(e.requestedOn(), null, null), laterDate);
            case RequestEvent.ReasonsGiven e ->
                withReasons(
                        new Reasons(reasons == null ? e.givenOn() : reasons.requestedOn(), e.givenOn(), e.reasonable()),
                        laterDate);
            case RequestEvent.LaterDateFixed e -> withReasons(reasons, new LaterDate(e.fixedOn(), e.answerDueOn()));
            case RequestEvent.RequestDecided e ->
                withAnswers(plus(answers, new Answer(e.decidedOn(), e.outcome(), null)), reopening);
            case RequestEvent.RequestDecidedAnew e ->
                withAnswers(plus(answers, new Answer(e.redecidedOn(), e.newOutcome(), null)), null);
            case RequestEvent.RequestReopened e -> withAnswers(answers, new Reopening(e.reopenedOn(), e.answerDueOn()));
            case RequestEvent.DecisionDelivered e -> withAnswers(delivered(e.deliveredOn()), reopening);
            case RequestEvent.LetterIssued e ->
                withLetters(plus(letters, new Letter(e.letterNumber(), e.letterOn(), null)));
            case RequestEvent.LetterDelivered e ->
                withLetters(letters.stream()
                        .map(l -> l.number().equals(e.letterNumber())
                                ? new Letter(l.number(), l.letterOn(), e.letterDeliveredOn())
                                : l)
                        .toList());
            case RequestEvent.RequestFactCorrected e -> corrected(e.fact(), e.corrected());
            case RequestEvent.RequestReceived ignored -> this;
            case RequestEvent.ReceiptDocumented ignored -> this;
            case RequestEvent.DecisionReasoned ignored -> this;
            case RequestEvent.RequestDetailRecorded ignored -> this;
            case RequestEvent.DeadlineMoved ignored -> this;
        };
    }

    private int nextConsultation(@Nullable Integer told) {
        return told == null ? consultations.size() + 1 : told;
    }

    private List<Correction> received(LocalDate on) {
        Correction last = last(corrections);
        return last == null || !last.isOpen()
                ? plus(corrections, new Correction(null, null, on))
                : replacingLast(corrections, new Correction(last.requestedOn(), last.dueOn(), on));
    }

    private List<Fee> paid(LocalDate on) {
        Fee last = last(fees);
        return last == null || !last.isOpen()
                ? plus(fees, new Fee(null, null, on))
                : replacingLast(fees, new Fee(last.notifiedOn(), last.amount(), on));
    }

    /** A register does not say whose opinion came: the latest consultation's. */
    private List<Consultation> responded(@Nullable Integer number, LocalDate on, @Nullable Opinion opinion) {
        Consultation meant = consultations.stream()
                .filter(c -> number == null ? c.thirdParty() : c.number() == number)
                .reduce((first, second) -> second)
                .orElse(null);
        if (meant == null) {
            return plus(consultations, new Consultation(nextConsultation(number), true, null, on, opinion));
        }
        Consultation answered = new Consultation(meant.number(), meant.thirdParty(), meant.consultedOn(), on, opinion);
        return consultations.stream().map(c -> c.equals(meant) ? answered : c).toList();
    }

    private List<Answer> delivered(LocalDate on) {
        Answer last = last(answers);
        return last == null ? answers : replacingLast(answers, new Answer(last.decidedOn(), last.outcome(), on));
    }

    private Course corrected(String id, String value) {
        RequestFact fact = RequestFact.byId(id);
        if (fact == null) {
            return this;
        }
        return switch (fact) {
            case CORRECTION_REQUESTED_ON, CORRECTION_RECEIVED_ON ->
                withCorrections(correctedCorrection(fact, LocalDate.parse(value)));
            case EXTENSION_NOTIFIED_ON ->
                extension == null ? this : withExtension(new Extension(LocalDate.parse(value), extension.days()));
            case THIRD_PARTY_CONSULTED_ON, THIRD_PARTY_RESPONDED_ON ->
                withConsultations(correctedConsultation(fact, LocalDate.parse(value)));
            case FEE_NOTIFIED_ON, FEE_PAID_ON -> withFees(correctedFee(fact, LocalDate.parse(value)));
            case DECIDED_ON, OUTCOME, DELIVERED_ON -> withAnswers(correctedAnswer(fact, value), reopening);
            case REGISTRATION_NUMBER,
                    RECEIVED_ON,
                    CHANNEL,
                    APPLICANT_KIND,
                    APPLICANT,
                    IDENTITY_NUMBER,
                    CONTACT,
                    ADDRESS,
                    CONTENT,
                    DOCUMENT_NUMBER -> this;
        };
    }

    private List<Correction> correctedCorrection(RequestFact fact, LocalDate date) {
        Correction last = last(corrections);
        if (last == null) {
            return corrections;
        }
        return replacingLast(
                corrections,
                fact == RequestFact.CORRECTION_REQUESTED_ON
                        ? new Correction(date, last.dueOn(), last.receivedOn())
                        : new Correction(last.requestedOn(), last.dueOn(), date));
    }

    private List<Consultation> correctedConsultation(RequestFact fact, LocalDate date) {
        Consultation meant = consultations.stream()
                .filter(Consultation::thirdParty)
                .reduce((first, second) -> second)
                .orElse(null);
        if (meant == null) {
            return consultations;
        }
        Consultation right = fact == RequestFact.THIRD_PARTY_CONSULTED_ON
                ? new Consultation(meant.number(), true, date, meant.respondedOn(), meant.opinion())
                : new Consultation(meant.number(), true, meant.consultedOn(), date, meant.opinion());
        return consultations.stream().map(c -> c.equals(meant) ? right : c).toList();
    }

    private List<Fee> correctedFee(RequestFact fact, LocalDate date) {
        Fee last = last(fees);
        if (last == null) {
            return fees;
        }
        return replacingLast(
                fees,
                fact == RequestFact.FEE_NOTIFIED_ON
                        ? new Fee(date, last.amount(), last.paidOn())
                        : new Fee(last.notifiedOn(), last.amount(), date));
    }

    /** The register's answer is the first one; its delivery is the latest one's. */
    private List<Answer> correctedAnswer(RequestFact fact, String value) {
        if (answers.isEmpty()) {
            return answers;
        }
        if (fact == RequestFact.DELIVERED_ON) {
            return delivered(LocalDate.parse(value));
        }
        Answer first = answers.get(0);
        Answer right = fact == RequestFact.DECIDED_ON
                ? new Answer(LocalDate.parse(value), first.outcome(), first.deliveredOn())
                : new Answer(first.decidedOn(), Outcome.of(value), first.deliveredOn());
        List<Answer> copy = new ArrayList<>(answers);
        copy.set(0, right);
        return copy;
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> copy = new ArrayList<>(list);
        copy.add(element);
        return copy;
    }

    private static <T> List<T> replacingLast(List<T> list, T element) {
        List<T> copy = new ArrayList<>(list);
        copy.set(copy.size() - 1, element);
        return copy;
    }

    private static <T> @Nullable T last(List<T> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }

    private Course withCorrections(List<Correction> now) {
        return new Course(now, extension, consultations, fees, reasons, laterDate, answers, reopening, letters);
    }

    private Course withExtension(Extension now) {
        return new Course(corrections, now, consultations, fees, reasons, laterDate, answers, reopening, letters);
    }

    private Course withConsultations(List<Consultation> now) {
        return new Course(corrections, extension, now, fees, reasons, laterDate, answers, reopening, letters);
    }

    private Course withFees(List<Fee> now) {
        return new Course(corrections, extension, consultations, now, reasons, laterDate, answers, reopening, letters);
    }

    private Course withReasons(@Nullable Reasons now, @Nullable LaterDate later) {
        return new Course(corrections, extension, consultations, fees, now, later, answers, reopening, letters);
    }

    private Course withAnswers(List<Answer> now, @Nullable Reopening open) {
        return new Course(corrections, extension, consultations, fees, reasons, laterDate, now, open, letters);
    }

    private Course withLetters(List<Letter> now) {
        return new Course(corrections, extension, consultations, fees, reasons, laterDate, answers, reopening, now);
    }
}
