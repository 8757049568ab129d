package org.disclosureledger.application.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFile.Numbered;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.request.DeliveryMethod;
import org.disclosureledger.domain.request.RequestEvent;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a case.
 *
 * @param number of the event that recorded it, by which it is found
 * @param digest SHA-256 of its bytes, in hexadecimal digits
 * @param deliveredOn when it reached whom it is for; an answer is delivered with its letter
 */
public record IssuedLetter(
        long number,
        LetterKind kind,
        String letterNumber,
        LocalDate on,
        String digest,
        @Nullable LocalDate deliveredOn,
        @Nullable DeliveryMethod method) {

    static List<IssuedLetter> of(CaseFile file) {
        List<IssuedLetter> letters = new ArrayList<>();
        for (Numbered numbered : file.events()) {
            switch (numbered.event()) {
                case RequestEvent.LetterIssued e ->
                    letters.add(new IssuedLetter(
                            numbered.number(),
                            LetterKind.of(e.letterKind()),
                            e.letterNumber(),
                            e.letterOn(),
                            e.documentDigest(),
                            null,
                            null));
                case RequestEvent.LetterDelivered e ->
                    letters.replaceAll(l -> l.letterNumber().equals(e.letterNumber())
                            ? l.delivered(e.letterDeliveredOn(), e.deliveryMethod())
                            : l);
                case RequestEvent.DecisionDelivered e -> deliverAnswer(letters, e);
                default -> {}
            }
        }
        return letters;
    }

    private static void deliverAnswer(List<IssuedLetter> letters, RequestEvent.DecisionDelivered e) {
        for (int i = letters.size() - 1; i >= 0; i--) {
            IssuedLetter letter = letters.get(i);
            if (letter.kind().isAnswer()) {
                letters.set(i, letter.delivered(e.deliveredOn(), e.deliveryMethod()));
                return;
            }
        }
    }

    private IssuedLetter delivered(LocalDate day, @Nullable DeliveryMethod by) {
        return new IssuedLetter(number, kind, letterNumber, on, digest, day, by);
    }
}
