package org.disclosureledger.application.letter;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.application.registers.Registers.CaseEvent;
import org.disclosureledger.application.registers.Registers.OpenedCase;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;
import org.jspecify.annotations.Nullable;

/** What the record of a case says for the fields of a letter, in words. */
final class LetterRecord {

    /** What is only ever taken from the record, so that no letter can say otherwise. */
    private static final Set<LetterField> FROM_THE_RECORD = EnumSet.of(
            LetterField.ORGAN_NAME,
            LetterField.LETTER_NUMBER,
            LetterField.REGISTRATION_NUMBER,
            LetterField.APPLICANT,
            LetterField.RECEIVED_ON,
            LetterField.CHANNEL,
            LetterField.REQUEST_CONTENT,
            LetterField.ANSWER_DUE_ON,
            LetterField.EXTENDED_TO,
            LetterField.CONSULTED_ORGAN,
            LetterField.FEE_STANDARD,
            LetterField.FEE_QUANTITY,
            LetterField.AMOUNT_DUE,
            LetterField.RESULT,
            LetterField.REMEDIES,
            LetterField.ISSUED_ON,
            LetterField.LEDGER_NUMBER,
            LetterField.LEDGER_HASH);

    private final Map<LetterField, String> values = new EnumMap<>(LetterField.class);
    private final @Nullable CaseKey key;

    private LetterRecord(@Nullable CaseKey key) {
        this.key = key;
    }

    /** Whether a writer may put it into words. */
    static boolean isWritten(LetterField field) {
        return !FROM_THE_RECORD.contains(field);
    }

    /**
     * @param dueOn last day for the answer when the event was recorded; null while the clock waited for the applicant
     */
    static Map<LetterField, String> of(
            String organName,
            CaseFile file,
            OpenedCase opened,
            LetterOccasion occasion,
            @Nullable LocalDate dueOn,
            @Nullable CaseKey key) {
        LetterRecord record = new LetterRecord(key);
        record.put(LetterField.ORGAN_NAME, organName);
        record.put(LetterField.REGISTRATION_NUMBER, file.number());
        record.put(LetterField.APPLICANT, opened.value(RequestFact.APPLICANT));
        record.put(LetterField.RECEIVED_ON, DayWords.of(file.receivedOn()));
        record.put(LetterField.REQUEST_CONTENT, opened.value(RequestFact.CONTENT));
        String channel = opened.value(RequestFact.CHANNEL);
        record.put(LetterField.CHANNEL, channel == null ? null : RegisterWords.shown(RequestFact.CHANNEL, channel));
        opened.events().stream()
                .filter(e -> e.number() == occasion.number())
                .findFirst()
                .ifPresent(record::ledger);
        record.event(file, occasion, dueOn);
        record.values.keySet().removeIf(field -> !field.isUsableIn(occasion.kind()));
        return record.values;
    }

    private void put(LetterField field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(field, value);
        }
    }

    private void open(LetterField field, String component, @Nullable SealedText sealed) {
        put(field, sealed == null || key == null ? null : key.open(component, sealed.value()));
    }

    private void ledger(CaseEvent event) {
        put(LetterField.LEDGER_NUMBER, Long.toString(event.number()));
        put(LetterField.LEDGER_HASH, event.algorithm() + " " + event.hash());
    }

    private void event(CaseFile file, LetterOccasion occasion, @Nullable LocalDate dueOn) {
        if (dueOn != null) {
            put(LetterField.ANSWER_DUE_ON, DayWords.of(dueOn));
            put(LetterField.EXTENDED_TO, DayWords.of(dueOn));
        }
        switch (occasion.event()) {
            case RequestEvent.CorrectionRequested e -> {
                open(LetterField.CORRECTION_ITEMS, "matters", e.matters());
                LocalDate until = e.correctionDueOn();
                put(LetterField.CORRECTION_PERIOD, until == null ? null : DayWords.of(until) + "前");
            }
            case RequestEvent.AnswerPeriodExtended e -> open(LetterField.EXTENSION_REASON, "reason", e.reason());
            case RequestEvent.ThirdPartyConsulted e -> {
                open(LetterField.THIRD_PARTY, "thirdParty", e.thirdParty());
                put(LetterField.COMMENT_PERIOD, "收到本文书之日起15个工作日内");
            }
            case RequestEvent.OrganConsulted e -> {
                put(LetterField.CONSULTED_ORGAN, e.consultedOrgan());
                put(LetterField.COMMENT_PERIOD, "收到本文书之日起15个工作日内");
            }
            case RequestEvent.FeeNotified e -> fee(e);
            case RequestEvent.LaterDateFixed e -> put(LetterField.EXTENDED_TO, DayWords.of(e.answerDueOn()));
            default -> {
                Outcome outcome = occasion.kind().outcome();
                if (outcome != null) {
                    answer(file, occasion.number(), outcome);
                }
            }
        }
    }

    /** 国办函〔2020〕109号 art. 4 to 6. */
    private void fee(RequestEvent.FeeNotified e) {
        if (e.basis() != null && e.quantity() != null) {
            boolean items = e.basis() == FeeBasis.PER_ITEM;
            put(
                    LetterField.FEE_STANDARD,
                    items
                            ? "按件计收：同一申请人一个自然月内累计，第1至10件不收费，第11至30件每件100元，第31件起每满10件为一档，每件提高100元"
                            : "按量计收：第1至30页不收费，第31至100页每页10元，第101至200页每页20元，第201页起每页40元");
            int before = e.before() == null ? 0 : e.before();
            put(
                    LetterField.FEE_QUANTITY,
                    e.quantity() + (items ? "件" : "页") + (items && before > 0 ? "（本月以前已有" + before + "件）" : ""));
        }
        if (e.fee() != null) {
            put(LetterField.AMOUNT_DUE, e.fee().stripTrailingZeros().toPlainString() + "元");
        }
        put(LetterField.PAYMENT_PERIOD, "收到本通知书次日起20个工作日内");
    }

    private void answer(CaseFile file, long number, Outcome outcome) {
        put(LetterField.RESULT, outcome.group() + "（" + outcome.label() + "）");
        put(LetterField.GROUND, ground(outcome));
        file.receipt()
                .map(RequestEvent.ReceiptDocumented::wantedForm)
                .ifPresent(form -> put(LetterField.DISCLOSURE_FORM, form.label()));
        file.events().stream()
                .filter(e -> e.number() > number && e.number() <= number + 1)
                .map(CaseFile.Numbered::event)
                .filter(RequestEvent.DecisionReasoned.class::isInstance)
                .map(RequestEvent.DecisionReasoned.class::cast)
                .findFirst()
                .ifPresent(this::reasoned);
    }

    private void reasoned(RequestEvent.DecisionReasoned e) {
        put(LetterField.GROUND, e.ground());
        open(LetterField.ACCESS, "meansOfAccess", e.meansOfAccess());
        put(LetterField.OTHER_ORGAN_NAME, e.otherOrgan());
        put(LetterField.OTHER_ORGAN_CONTACT, e.otherOrganContact());
        open(LetterField.SEPARATED, "withheld", e.withheld());
        open(LetterField.REASON, "reasons", e.reasons());
    }

    /** The article with the name of the regulation, where it is one of the Regulation. */
    static String ground(Outcome outcome) {
        return outcome.ground().startsWith("第") ? "《中华人民共和国政府信息公开条例》" + outcome.ground() : outcome.ground();
    }
}
