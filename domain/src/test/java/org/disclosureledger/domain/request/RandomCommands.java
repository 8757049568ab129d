package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.Steps.C1;
import static org.disclosureledger.domain.request.Steps.TEXT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What an office, or somebody who knows nothing of the law, could enter next: mostly steps that may be taken now, on days
 * that move on, but also any other step, rows and corrections of the register, impossible dates and empty contents.
 */
final class RandomCommands {

    private static final List<RequestFact> DATES = List.of(
            RequestFact.CORRECTION_REQUESTED_ON,
            RequestFact.CORRECTION_RECEIVED_ON,
            RequestFact.EXTENSION_NOTIFIED_ON,
            RequestFact.THIRD_PARTY_CONSULTED_ON,
            RequestFact.THIRD_PARTY_RESPONDED_ON,
            RequestFact.FEE_NOTIFIED_ON,
            RequestFact.FEE_PAID_ON,
            RequestFact.DELIVERED_ON);

    private final Random random;
    private LocalDate day;

    RandomCommands(Random random, LocalDate day) {
        this.random = random;
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    RequestCommand next(Request request) {
        if (request instanceof Request.Unreceived && !oneIn(8)) {
            return oneIn(2) ? row(request) : receive();
        }
        day = day.plusDays(random.nextInt(12));
        return switch (random.nextInt(12)) {
            case 0 -> row(request);
            case 1 -> correction(request);
            case 2 -> receive();
            case 3 -> without(random.nextInt(5));
            case 4, 5 -> step(any(StepKind.values()), request);
            default -> possibleStep(request);
        };
    }

    /** A step that may be taken now. */
    RequestStep possibleStep(Request request) {
        List<StepKind> possible = StepRules.possible(request).entrySet().stream()
                .filter(e -> e.getValue() == null)
                .map(e -> e.getKey())
                .toList();
        return possible.isEmpty()
                ? step(any(StepKind.values()), request)
                : step(possible.get(random.nextInt(possible.size())), request);
    }

    RequestStep consultation() {
        return oneIn(2)
                ? new RequestStep.ConsultThirdParty(R1, TOWN, today(), day, TEXT)
                : new RequestStep.ConsultOrgan(R1, TOWN, today(), day, "县水利局");
    }

    RequestStep extension() {
        return new RequestStep.ExtendAnswerPeriod(R1, TOWN, today(), day, 1 + random.nextInt(20), "张", null);
    }

    /** The complete row of a request with any of its dates, in any order, none before the receipt. */
    Facts wholeRow() {
        LocalDate received = day;
        Facts row = RequestExamples.row().with(RequestFact.RECEIVED_ON, received);
        for (RequestFact date : DATES) {
            if (date != RequestFact.DELIVERED_ON && oneIn(2)) {
                row = row.with(date, received.plusDays(random.nextInt(60)));
            }
        }
        if (oneIn(2)) {
            row = row.with(RequestFact.DECIDED_ON, received.plusDays(random.nextInt(90)))
                    .with(RequestFact.OUTCOME, any(Outcome.values()).id());
            if (oneIn(2)) {
                row = row.with(RequestFact.DELIVERED_ON, received.plusDays(random.nextInt(90)));
            }
        }
        return row;
    }

    /** The same columns with other dates. */
    Facts redated(Facts row) {
        LocalDate received = row.date(RequestFact.RECEIVED_ON).minusDays(random.nextInt(30));
        Facts redated = row.with(RequestFact.RECEIVED_ON, received);
        for (RequestFact fact : RequestFact.values()) {
            if (fact.type() == FactType.DATE && fact != RequestFact.RECEIVED_ON && row.states(fact) && oneIn(2)) {
                redated = redated.with(fact, received.plusDays(random.nextInt(90)));
            }
        }
        return redated;
    }

    /** Any of the row's columns, in the order of the row. */
    Facts pieceOf(Facts row) {
        Facts piece = Facts.none();
        for (RequestFact fact : RequestFact.values()) {
            String value = row.find(fact);
            boolean withDecision = fact == RequestFact.OUTCOME || fact == RequestFact.DELIVERED_ON;
            boolean stated = withDecision ? piece.states(RequestFact.DECIDED_ON) : fact.required() || oneIn(2);
            if (value != null && stated) {
                piece = piece.with(fact, value);
            }
        }
        return piece;
    }

    LocalDate otherDay(LocalDate than) {
        return than.plusDays(random.nextInt(21) - 10L);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T maybe(T value) {
        return oneIn(4) ? null : value;
    }

    private LocalDate date() {
        return switch (random.nextInt(20)) {
            case 0 -> day.minusDays(random.nextInt(120));
            case 1 -> day.plusDays(random.nextInt(400));
            default -> day;
        };
    }

    private LocalDate today() {
        return day.plusDays(random.nextInt(10));
    }

    private RequestCommand.RecordRequest row(Request request) {
        Facts row = oneIn(3) ? Facts.none() : RequestExamples.row();
        if (row.states(RequestFact.CHANNEL)) {
            LocalDate received = request.facts().findDate(RequestFact.RECEIVED_ON);
            row = row.with(RequestFact.RECEIVED_ON, received == null ? day : received);
        }
        for (RequestFact date : DATES) {
            if (oneIn(5)) {
                row = row.with(date, date());
            }
        }
        if (oneIn(4)) {
            row = row.with(RequestFact.DECIDED_ON, date());
        }
        if (row.states(RequestFact.DECIDED_ON) != oneIn(10)) {
            row = row.with(RequestFact.OUTCOME, any(Outcome.values()).id());
        }
        if (oneIn(4)) {
            row = row.with(RequestFact.CONTACT, "sealed-contact").with("remark:备注", "sealed-remark");
        }
        return record(row, oneIn(3));
    }

    /** One column that is recorded gets another value. */
    private RequestCommand.RecordRequest correction(Request request) {
        List<RequestFact> stated = List.of(RequestFact.values()).stream()
                .filter(request.facts()::states)
                .toList();
        if (stated.isEmpty()) {
            return row(request);
        }
        RequestFact fact = stated.get(random.nextInt(stated.size()));
        String recorded = request.facts().text(fact);
        String value = switch (fact.type()) {
            case DATE -> otherDay(LocalDate.parse(recorded)).toString();
            case CODE ->
                switch (fact) {
                    case CHANNEL -> any(Channel.values()).id();
                    case APPLICANT_KIND -> any(ApplicantKind.values()).id();
                    default -> any(Outcome.values()).id();
                };
            default -> recorded + "*";
        };
        return record(Facts.none().with(fact, value), true);
    }

    private RequestCommand.RecordRequest record(Facts facts, boolean corrections) {
        return new RequestCommand.RecordRequest(
                R1,
                TOWN,
                new Entry(
                        facts,
                        corrections,
                        corrections ? "录入错误" : null,
                        today(),
                        oneIn(2) ? Entry.Source.TYPED : Entry.Source.IMPORTED));
    }

    private RequestCommand.ReceiveRequest receive() {
        Facts facts = RequestExamples.row()
                .with(RequestFact.RECEIVED_ON, day)
                .with(RequestFact.CHANNEL, any(Channel.values()).id());
        return new RequestCommand.ReceiveRequest(
                R1,
                TOWN,
                new Entry(facts, false, null, today(), Entry.Source.TYPED),
                new RequestCommand.Receipt(
                        maybe(date()),
                        maybe(any(PostalService.values())),
                        any(IdentityProof.values()),
                        maybe(TEXT),
                        null,
                        any(WantedForm.values()),
                        null));
    }

    private RequestStep without(int which) {
        String number = "公开〔2024〕" + random.nextInt(4) + "号";
        return switch (which) {
            case 0 -> new RequestStep.IssueLetter(R1, TOWN, today(), date(), "extension", number, "aa", "bb");
            case 1 -> new RequestStep.DeliverLetter(R1, TOWN, today(), date(), number, any(DeliveryMethod.values()));
            case 2 ->
                new RequestStep.AddAttachments(
                        R1,
                        TOWN,
                        today(),
                        any(AttachmentKind.values()),
                        List.of(
                                new RequestStep.AttachedFile(TEXT, "text/plain", 1, "a" + random.nextInt(3)),
                                new RequestStep.AttachedFile(TEXT, "text/plain", 1, "a" + random.nextInt(3))));
            case 3 -> new RequestStep.WithdrawAttachment(R1, TOWN, today(), 1 + random.nextInt(3), TEXT);
            default -> new RequestStep.NoteDeadlineMoved(R1, TOWN, today(), date(), "国办发明电〔2020〕1号");
        };
    }

    private RequestStep step(StepKind kind, Request request) {
        LocalDate today = today();
        LocalDate on = date();
        int consultations = request.course().consultations().size();
        return switch (kind) {
            case ASK_FOR_CORRECTION ->
                new RequestStep.AskForCorrection(R1, TOWN, today, on, maybe(on.plusDays(random.nextInt(20))), TEXT);
            case TAKE_IN_CORRECTION -> new RequestStep.TakeInCorrection(R1, TOWN, today, on);
            case CONSULT_THIRD_PARTY -> new RequestStep.ConsultThirdParty(R1, TOWN, today, on, maybe(TEXT));
            case CONSULT_ORGAN -> new RequestStep.ConsultOrgan(R1, TOWN, today, on, oneIn(8) ? " " : "县水利局");
            case TAKE_IN_OPINION ->
                new RequestStep.TakeInOpinion(
                        R1, TOWN, today, on, 1 + random.nextInt(consultations + 1), any(Opinion.values()));
            case EXTEND ->
                new RequestStep.ExtendAnswerPeriod(R1, TOWN, today, on, random.nextInt(23), maybe("张"), null);
            case ASK_FOR_REASONS -> new RequestStep.AskForReasons(R1, TOWN, today, on);
            case TAKE_IN_REASONS -> new RequestStep.TakeInReasons(R1, TOWN, today, on, !oneIn(3));
            case FIX_LATER_DATE -> new RequestStep.FixLaterDate(R1, TOWN, today, on, on.plusDays(random.nextInt(90)));
            case NOTIFY_FEE ->
                new RequestStep.NotifyFee(
                        R1, TOWN, today, on, any(FeeBasis.values()), random.nextInt(120) - 1, random.nextInt(40) - 1);
            case TAKE_IN_PAYMENT -> new RequestStep.TakeInPayment(R1, TOWN, today, on, payment(request));
            case DECIDE -> new RequestStep.Decide(R1, TOWN, today, on, any(Outcome.values()), maybe("文号"), content());
            case DELIVER_ANSWER -> new RequestStep.DeliverAnswer(R1, TOWN, today, on, any(DeliveryMethod.values()));
            case REOPEN ->
                new RequestStep.Reopen(
                        R1,
                        TOWN,
                        today,
                        on,
                        any(ReopeningGround.values()),
                        maybe(C1),
                        oneIn(2) ? null : on.plusDays(random.nextInt(60)),
                        maybe(TEXT));
            case DECIDE_ANEW ->
                new RequestStep.DecideAnew(R1, TOWN, today, on, any(Outcome.values()), maybe("文号"), content());
        };
    }

    private BigDecimal payment(Request request) {
        Course.Fee open = request.course().openFee();
        BigDecimal amount = open == null ? null : open.amount();
        return amount == null || oneIn(6) ? BigDecimal.valueOf(random.nextInt(500) - 5L) : amount;
    }

    private AnswerContent content() {
        SealedText text = maybe(TEXT);
        return new AnswerContent(
                maybe("第三十六条"),
                text,
                oneIn(3) ? "县水利局" : null,
                maybe("0379-0000000"),
                text,
                text,
                oneIn(12) ? any(EndReason.values()) : null,
                oneIn(4) ? ReceiptCases.R2 : null);
    }
}
