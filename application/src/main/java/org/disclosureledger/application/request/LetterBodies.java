package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.request.DeliveryMethod;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;

/** Bodies of what happens to the letters of a case. */
public final class LetterBodies {

    private LetterBodies() {}

    /**
     * A letter that was written; made by the product, never sent in.
     *
     * @param templateDigest SHA-256 of the template, in hexadecimal digits
     * @param documentDigest SHA-256 of the letter, in hexadecimal digits
     */
    public record IssueLetterBody(
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate on,
            String letterKind,

            @Schema(requiredMode = REQUIRED, maxLength = 100) @Nullable String letterNumber,

            String templateDigest,
            String documentDigest)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.IssueLetter(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(on),
                    letterKind,
                    requireNonNull(TypedText.of(letterNumber)),
                    templateDigest,
                    documentDigest);
        }
    }

    /** A letter other than the answer that reached whom it is for. */
    public record DeliverLetterBody(
            @Nullable LocalDate on,
            String letterNumber,
            @Nullable DeliveryMethod method) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.DeliverLetter(
                    c.requestId(), c.organ(), c.today(), requireNonNull(on), letterNumber, requireNonNull(method));
        }
    }
}
