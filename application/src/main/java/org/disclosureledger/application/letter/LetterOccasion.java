package org.disclosureledger.application.letter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFile.Numbered;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.RequestEvent;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a case gives cause for, and the latest event that it tells of.
 *
 * @param number of that event in the ledger
 * @param written whether a letter of this kind was issued since
 */
public record LetterOccasion(LetterKind kind, long number, RequestEvent event, boolean written) {

    /** The letters that a case gives cause for, each once, in the order of their events. */
    static List<LetterOccasion> of(CaseFile file) {
        Map<LetterKind, LetterOccasion> occasions = new EnumMap<>(LetterKind.class);
        for (Numbered numbered : file.events()) {
            if (numbered.event() instanceof RequestEvent.LetterIssued issued) {
                LetterKind kind = LetterKind.of(issued.letterKind());
                occasions.computeIfPresent(kind, (k, o) -> new LetterOccasion(k, o.number(), o.event(), true));
            } else {
                LetterKind kind = kind(numbered.event(), file.course());
                if (kind != null) {
                    occasions.put(kind, new LetterOccasion(kind, numbered.number(), numbered.event(), false));
                }
            }
        }
        List<LetterOccasion> inOrder = new ArrayList<>(occasions.values());
        inOrder.sort((a, b) -> Long.compare(a.number(), b.number()));
        return inOrder;
    }

    private static @Nullable LetterKind kind(RequestEvent event, Course course) {
        return switch (event) {
            case RequestEvent.RequestReceived ignored -> LetterKind.RECEIPT;
            case RequestEvent.CorrectionRequested ignored -> LetterKind.CORRECTION_NOTICE;
            case RequestEvent.AnswerPeriodExtended ignored -> LetterKind.EXTENSION_NOTICE;
            case RequestEvent.ThirdPartyConsulted ignored -> LetterKind.THIRD_PARTY_CONSULTATION;
            case RequestEvent.OrganConsulted ignored -> LetterKind.ORGAN_CONSULTATION;
            case RequestEvent.FeeNotified ignored -> LetterKind.FEE_NOTICE;
            case RequestEvent.ReasonsRequested ignored -> LetterKind.REASONS_NOTICE;
            case RequestEvent.LaterDateFixed ignored -> LetterKind.LATER_DATE_NOTICE;
            // The register's answer is the first one, and its result may have been corrected since.
            case RequestEvent.RequestDecided ignored ->
                LetterKind.answering(course.answers().get(0).outcome());
            case RequestEvent.RequestDecidedAnew e -> LetterKind.answering(e.newOutcome());
            default -> null;
        };
    }
}
