package org.disclosureledger.application.web.casefile;

import java.util.List;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.disclosureledger.domain.register.Severity;

/** What the rules say about a form, beside the field that it is about, with the article that they rest on. */
public final class StepFaults {

    /** The list of results, which is no field of the form like the others. */
    private static final String OUTCOME = "outcome";

    private StepFaults() {}

    public static List<Fault> of(EntryForm form, List<Finding> findings) {
        return findings.stream().map(f -> fault(form, f)).distinct().toList();
    }

    /** Only what keeps the form from being recorded. */
    public static List<Fault> refusals(EntryForm form, List<Finding> findings) {
        return of(
                form,
                findings.stream().filter(f -> f.severity() == Severity.FAULT).toList());
    }

    private static Fault fault(EntryForm form, Finding finding) {
        EntryForm.Field field = form.find(finding.fact());
        String label = field != null ? field.label() : finding.fact().equals(OUTCOME) ? "处理结果" : "";
        if (finding.rule().equals(RegisterRule.REQUIRED.name())) {
            boolean chosen = field == null || !field.groups().isEmpty();
            return new Fault(finding.fact(), (chosen ? "请选择" : "请填写") + label, finding.rule());
        }
        return new Fault(
                finding.fact(), (label.isEmpty() ? "" : label + "：") + Fault.withGround(finding), finding.rule());
    }
}
