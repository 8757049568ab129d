package org.disclosureledger.application.web.receipt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.request.CaseClock.Light;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.request.ForeseenPeriod;
import org.disclosureledger.application.request.ReceiptBody;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.FormBody;
import org.disclosureledger.application.web.casefile.StepFaults;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What the form says of the period while it is being filled in.
 *
 * @param period null as long as there is no day of receipt
 * @param faults what keeps the request from being registered with this day of receipt
 * @param notes what is to be looked at once more
 */
record Deadline(@Nullable ForeseenPeriod period, List<String> faults, List<String> notes) {

    /** The fields that the period depends on; none of them is personal data. */
    static final List<String> FIELDS = List.of("receivedOn", "channel", "postalService", "arrivedOn");

    /** A day of which less is typed is not finished. */
    private static final int SHORTEST = 8;

    static Deadline of(CaseFiles files, String organ, EntryForm form, Map<String, String> values) {
        Map<String, String> arrival = new LinkedHashMap<>();
        FIELDS.forEach(field -> arrival.put(field, values.getOrDefault(field, "")));
        FormBody<ReceiptBody> typed = FormBody.of(ReceiptBody.class, arrival);
        ReceiptBody body = typed.body();
        LocalDate receivedOn = body.receivedOn();
        if (receivedOn == null) {
            boolean finished = arrival.getOrDefault("receivedOn", "").strip().length() >= SHORTEST;
            List<Finding> unreadable = typed.findings().stream()
                    .filter(f -> finished && f.fact().equals("receivedOn"))
                    .toList();
            return new Deadline(null, sentences(form, unreadable), List.of());
        }
        ForeseenPeriod period =
                files.foresee(organ, receivedOn, body.channel(), body.postalService(), body.arrivedOn());
        List<Finding> faults = period.findings().stream()
                .filter(f -> f.severity() == Severity.FAULT && f.fact().equals("receivedOn"))
                .toList();
        if (!faults.isEmpty()) {
            return new Deadline(null, sentences(form, faults), List.of());
        }
        return new Deadline(period, List.of(), notes(form, period));
    }

    private static List<String> notes(EntryForm form, ForeseenPeriod period) {
        List<String> notes = new ArrayList<>();
        if (period.rest() != null) {
            notes.add("收到日期不是工作日：" + period.rest() + "。期限自次日起计算，不受影响；请核对是不是这一天收到的");
        }
        if (period.clock().light() == Light.OVERDUE) {
            notes.add("这个期限已经过去（" + period.clock().words() + "）：请核对收到日期的年份；补登以前的申请可以照样登记");
        }
        notes.addAll(sentences(form, period.findings()));
        return notes;
    }

    private static List<String> sentences(EntryForm form, List<Finding> findings) {
        return StepFaults.of(form, findings).stream().map(Fault::sentence).toList();
    }
}
