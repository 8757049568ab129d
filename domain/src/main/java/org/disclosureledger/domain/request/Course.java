package org.disclosureledger.domain.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a request has taken, as the clock and the rules read them. Where a register speaks of one correction,
 * consultation or payment, it speaks of the latest, and its rows may come in pieces: a notice told after the step that
 * answers it belongs to that step.
 *
 * <p>A reopening begins a new handling: steps from before it neither stop nor lengthen the new period.
 *
 * @param lastReopening the latest reopening, whether or not it has its answer
 */
public record Course(
        List<Correction> corrections,
        @Nullable Extension extension,
        List<Consultation> consultations,
        List<Fee> fees,
        @Nullable Reasons reasons,
        @Nullable LaterDate laterDate,
        List<Answer> answers,
        @Nullable Reopening lastReopening,
        List<Letter> letters) {

    /** Of a request that has just arrived. */
    public static final Course NONE =
            new Course(List.of(), null, List.of(), List.of(), null, null, List.of(), null, List.of());

    /** Of a request of which nothing is known but the day of its answer; any result will do for what asks for days. */
    public static Course answered(LocalDate decidedOn) {
        return NONE.withAnswers(List.of(new Answer(decidedOn, Outcome.GRANTED, null)), null);
    }

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

    /** That an answered request was taken up again, and whether it has its new answer. */
    public record Reopening(LocalDate reopenedOn, @Nullable LocalDate answerDueOn, boolean answered) {}

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

    /** This and then what events tell. */
    public Course after(List<RequestEvent> events) {
        Course course = this;
        for (RequestEvent event : events) {
            course = course.after(event);
        }
        return course;
    }

    /** Whether the request is answered and nothing asks for another answer. */
    public boolean isAnswered() {
        return !answers.isEmpty() && reopening() == null;
    }

    /** The reopening that still waits for its answer. */
    public @Nullable Reopening reopening() {
        return lastReopening == null || lastReopening.answered() ? null : lastReopening;
    }

    /** Whether a step belongs to the handling that the latest reopening began. */
    boolean inHandling(@Nullable LocalDate on) {
        return on != null && (lastReopening == null || !on.isBefore(lastReopening.reopenedOn()));
    }

    /** Art. 30: only the first notice is provided for, so only it stops the clock. */
    boolean awaitsCorrection() {
        return !corrections.isEmpty()
                && corrections.get(0).isOpen()
                && inHandling(corrections.get(0).requestedOn());
    }

    /** 国办函〔2020〕109号 art. 7: the clock stands still until the fee is paid. */
    boolean awaitsPayment() {
        return fees.stream().anyMatch(f -> f.isOpen() && inHandling(f.notifiedOn()));
    }

    /** The extension of this handling. */
    @Nullable Extension extensionOfHandling() {
        return extension != null && inHandling(extension.notifiedOn()) ? extension : null;
    }

    /** The later date of this handling. */
    @Nullable LaterDate laterDateOfHandling() {
        return laterDate != null && inHandling(laterDate.fixedOn()) ? laterDate : null;
    }

    /** The first legal date among the steps. */
    @Nullable LocalDate firstStepOn() {
        return Stream.of(
                        corrections.stream().flatMap(c -> Stream.of(c.requestedOn(), c.receivedOn())),
                        Stream.of(extension == null ? null : extension.notifiedOn()),
                        consultations.stream().flatMap(c -> Stream.of(c.consultedOn(), c.respondedOn())),
                        fees.stream().flatMap(f -> Stream.of(f.notifiedOn(), f.paidOn())),
                        Stream.of(reasons == null ? null : reasons.requestedOn()),
                        Stream.of(laterDate == null ? null : laterDate.fixedOn()),
                        answers.stream().map(Answer::decidedOn),
                        letters.stream().map(Letter::letterOn))
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
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
            case RequestEvent.CorrectionRequested e -> withCorrections(asked(e.requestedOn(), e.correctionDueOn()));
            case RequestEvent.CorrectionReceived e -> withCorrections(received(e.receivedOn()));
            case RequestEvent.AnswerPeriodExtended e ->
                withExtension(new Extension(e.notifiedOn(), e.days() == null ? AnswerClock.EXTENSION : e.days()));
            case RequestEvent.ThirdPartyConsulted e -> withConsultations(consulted(e.consultation(), e.consultedOn()));
            case RequestEvent.OrganConsulted e ->
                withConsultations(
                        plus(consultations, new Consultation(e.consultation(), false, e.consultedOn(), null, null)));
            case RequestEvent.ThirdPartyResponded e ->
                withConsultations(responded(e.consultation(), e.respondedOn(), e.opinion()));
            case RequestEvent.OrganResponded e ->
                withConsultations(responded(e.consultation(), e.respondedOn(), e.opinion()));
            case RequestEvent.FeeNotified e -> withFees(notified(e.notifiedOn(), e.fee()));
            case RequestEvent.FeePaid e -> withFees(paid(e.paidOn()));
            case RequestEvent.ReasonsRequested e -> withReasons(new Reasons(e.requestedOn(), null, null), laterDate);
            case RequestEvent.ReasonsGiven e ->
                withReasons(
                        new Reasons(reasons == null ? e.givenOn() : reasons.requestedOn(), e.givenOn(), e.reasonable()),
                        laterDate);
            case RequestEvent.LaterDateFixed e -> withReasons(reasons, new LaterDate(e.fixedOn(), e.answerDueOn()));
            case RequestEvent.RequestDecided e ->
                withAnswers(plus(answers, new Answer(e.decidedOn(), e.outcome(), null)), lastReopening);
            case RequestEvent.RequestDecidedAnew e ->
                withAnswers(plus(answers, new Answer(e.redecidedOn(), e.newOutcome(), null)), answeredAnew());
            case RequestEvent.RequestReopened e ->
                withAnswers(answers, new Reopening(e.reopenedOn(), e.answerDueOn(), false));
            case RequestEvent.DecisionDelivered e -> withAnswers(delivered(e.deliveredOn()), lastReopening);
            case RequestEvent.LetterIssued e ->
                withLetters(plus(letters, new Letter(e.letterNumber(), e.letterOn(), null)));
            case RequestEvent.LetterDelivered e ->
                withLetters(letters.stream()
                        .map(l -> l.number().equals(e.letterNumber())
                                ? new Letter(l.number(), l.letterOn(), e.letterDeliveredOn())
                                : l)
                        .toList());
            case RequestEvent.RequestFactCorrected e -> corrected(e.fact(), e.recorded(), e.corrected());
            case RequestEvent.RequestReceived ignored -> this;
            case RequestEvent.ReceiptDocumented ignored -> this;
            case RequestEvent.DecisionReasoned ignored -> this;
            case RequestEvent.AttachmentAdded ignored -> this;
            case RequestEvent.AttachmentWithdrawn ignored -> this;
            case RequestEvent.RequestDetailRecorded ignored -> this;
            case RequestEvent.DeadlineMoved ignored -> this;
            case RequestEvent.HandlerAssigned ignored -> this;
            case RequestEvent.HandlerReleased ignored -> this;
            case RequestEvent.AnswerProposed ignored -> this;
            case RequestEvent.ExtensionProposed ignored -> this;
            case RequestEvent.ProposalApproved ignored -> this;
            case RequestEvent.ProposalReturned ignored -> this;
            case RequestEvent.ProposalWithdrawn ignored -> this;
        };
    }

    private int nextConsultation(@Nullable Integer told) {
        return told == null ? consultations.size() + 1 : told;
    }

    private @Nullable Reopening answeredAnew() {
        return lastReopening == null
                ? null
                : new Reopening(lastReopening.reopenedOn(), lastReopening.answerDueOn(), true);
    }

    private List<Correction> asked(LocalDate on, @Nullable LocalDate dueOn) {
        Correction last = last(corrections);
        boolean toldByRegister = dueOn == null;
        return toldByRegister && last != null && last.requestedOn() == null
                ? replacingLast(corrections, new Correction(on, null, last.receivedOn()))
                : plus(corrections, new Correction(on, dueOn, null));
    }

    private List<Consultation> consulted(@Nullable Integer number, LocalDate on) {
        Consultation last =
                number == null ? latest(consultations, c -> c.thirdParty() && c.consultedOn() == null) : null;
        return last == null
                ? plus(consultations, new Consultation(nextConsultation(number), true, on, null, null))
                : replacingLatest(
                        consultations,
                        last::equals,
                        c -> new Consultation(c.number(), true, on, c.respondedOn(), c.opinion()));
    }

    private List<Fee> notified(LocalDate on, @Nullable BigDecimal amount) {
        Fee last = last(fees);
        return last != null && last.notifiedOn() == null
                ? replacingLast(fees, new Fee(on, amount, last.paidOn()))
                : plus(fees, new Fee(on, amount, null));
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
        Consultation meant = latest(consultations, c -> number == null ? c.thirdParty() : c.number() == number);
        if (meant == null) {
            return plus(consultations, new Consultation(nextConsultation(number), true, null, on, opinion));
        }
        return replacingLatest(
                consultations,
                meant::equals,
                c -> new Consultation(c.number(), c.thirdParty(), c.consultedOn(), on, opinion));
    }

    private List<Answer> delivered(LocalDate on) {
        Answer last = last(answers);
        return last == null ? answers : replacingLast(answers, new Answer(last.decidedOn(), last.outcome(), on));
    }

    /** The register states the latest of a kind: what is corrected is the last step with the recorded date. */
    private Course corrected(String id, String recorded, String value) {
        RequestFact fact = RequestFact.byId(id);
        if (fact == null) {
            return this;
        }
        return switch (fact) {
            case CORRECTION_REQUESTED_ON, CORRECTION_RECEIVED_ON ->
                withCorrections(correctedCorrection(fact, LocalDate.parse(recorded), LocalDate.parse(value)));
            case EXTENSION_NOTIFIED_ON ->
                extension == null ? this : withExtension(new Extension(LocalDate.parse(value), extension.days()));
            case THIRD_PARTY_CONSULTED_ON, THIRD_PARTY_RESPONDED_ON ->
                withConsultations(correctedConsultation(fact, LocalDate.parse(recorded), LocalDate.parse(value)));
            case FEE_NOTIFIED_ON, FEE_PAID_ON ->
                withFees(correctedFee(fact, LocalDate.parse(recorded), LocalDate.parse(value)));
            case DELIVERED_ON ->
                withAnswers(correctedDelivery(LocalDate.parse(recorded), LocalDate.parse(value)), lastReopening);
            case DECIDED_ON, OUTCOME -> withAnswers(correctedAnswer(fact, value), lastReopening);
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

    private List<Correction> correctedCorrection(RequestFact fact, LocalDate recorded, LocalDate date) {
        return fact == RequestFact.CORRECTION_REQUESTED_ON
                ? replacingLatest(
                        corrections,
                        c -> recorded.equals(c.requestedOn()),
                        c -> new Correction(date, c.dueOn(), c.receivedOn()))
                : replacingLatest(
                        corrections,
                        c -> recorded.equals(c.receivedOn()),
                        c -> new Correction(c.requestedOn(), c.dueOn(), date));
    }

    private List<Consultation> correctedConsultation(RequestFact fact, LocalDate recorded, LocalDate date) {
        return fact == RequestFact.THIRD_PARTY_CONSULTED_ON
                ? replacingLatest(
                        consultations,
                        c -> c.thirdParty() && recorded.equals(c.consultedOn()),
                        c -> new Consultation(c.number(), true, date, c.respondedOn(), c.opinion()))
                : replacingLatest(
                        consultations,
                        c -> c.thirdParty() && recorded.equals(c.respondedOn()),
                        c -> new Consultation(c.number(), true, c.consultedOn(), date, c.opinion()));
    }

    private List<Fee> correctedFee(RequestFact fact, LocalDate recorded, LocalDate date) {
        return fact == RequestFact.FEE_NOTIFIED_ON
                ? replacingLatest(
                        fees, f -> recorded.equals(f.notifiedOn()), f -> new Fee(date, f.amount(), f.paidOn()))
                : replacingLatest(
                        fees, f -> recorded.equals(f.paidOn()), f -> new Fee(f.notifiedOn(), f.amount(), date));
    }

    private List<Answer> correctedDelivery(LocalDate recorded, LocalDate date) {
        return replacingLatest(
                answers, a -> recorded.equals(a.deliveredOn()), a -> new Answer(a.decidedOn(), a.outcome(), date));
    }

    /** The register's answer is the first one. */
    private List<Answer> correctedAnswer(RequestFact fact, String value) {
        if (answers.isEmpty()) {
            return answers;
        }
        Answer first = answers.get(0);
        Answer right = fact == RequestFact.DECIDED_ON
                ? new Answer(LocalDate.parse(value), first.outcome(), first.deliveredOn())
                : new Answer(first.decidedOn(), Outcome.of(value), first.deliveredOn());
        List<Answer> copy = new ArrayList<>(answers);
        copy.set(0, right);
        return copy;
    }

    private static <T> @Nullable T latest(List<T> list, Predicate<T> meant) {
        return list.stream().filter(meant).reduce((first, second) -> second).orElse(null);
    }

    private static <T> List<T> replacingLatest(List<T> list, Predicate<T> meant, UnaryOperator<T> right) {
        List<T> copy = new ArrayList<>(list);
        for (int i = copy.size() - 1; i >= 0; i--) {
            if (meant.test(copy.get(i))) {
                copy.set(i, right.apply(copy.get(i)));
                return copy;
            }
        }
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
        return new Course(now, extension, consultations, fees, reasons, laterDate, answers, lastReopening, letters);
    }

    private Course withExtension(Extension now) {
        return new Course(corrections, now, consultations, fees, reasons, laterDate, answers, lastReopening, letters);
    }

    private Course withConsultations(List<Consultation> now) {
        return new Course(corrections, extension, now, fees, reasons, laterDate, answers, lastReopening, letters);
    }

    private Course withFees(List<Fee> now) {
        return new Course(
                corrections, extension, consultations, now, reasons, laterDate, answers, lastReopening, letters);
    }

    private Course withReasons(@Nullable Reasons now, @Nullable LaterDate later) {
        return new Course(corrections, extension, consultations, fees, now, later, answers, lastReopening, letters);
    }

    private Course withAnswers(List<Answer> now, @Nullable Reopening open) {
        return new Course(corrections, extension, consultations, fees, reasons, laterDate, now, open, letters);
    }

    private Course withLetters(List<Letter> now) {
        return new Course(corrections, extension, consultations, fees, reasons, laterDate, answers, lastReopening, now);
    }
}
