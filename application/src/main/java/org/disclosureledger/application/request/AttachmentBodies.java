package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.disclosureledger.domain.request.AttachmentKind;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;

/** Bodies of what happens to the files of a case; made by the product of what came in with the files. */
public final class AttachmentBodies {

    private AttachmentBodies() {}

    /**
     * A file that is kept already.
     *
     * @param mediaType told by the content
     * @param size in bytes
     * @param digest SHA-256 of the bytes, in hexadecimal digits
     */
    public record NewFile(String name, String mediaType, int size, String digest) {}

    /** Files of one kind that were added. */
    public record AddAttachmentsBody(AttachmentKind kind, List<NewFile> files) implements StepBody {

        public AddAttachmentsBody {
            files = List.copyOf(files);
        }

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.AddAttachments(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    kind,
                    files.stream()
                            .map(f -> new RequestStep.AttachedFile(
                                    c.sealer().seal("fileName", f.name()), f.mediaType(), f.size(), f.digest()))
                            .toList());
        }
    }

    /**
     * An attachment that was added by mistake.
     *
     * @param attachment which attachment of the case, from 1
     */
    public record WithdrawAttachmentBody(
            int attachment,

            @Schema(requiredMode = REQUIRED, maxLength = 500) @Nullable String reason) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.WithdrawAttachment(
                    c.requestId(), c.organ(), c.today(), attachment, requireNonNull(c.sealed("reason", reason)));
        }
    }
}
