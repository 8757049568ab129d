package org.disclosureledger.application.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFile.Numbered;
import org.disclosureledger.domain.request.AttachmentKind;
import org.disclosureledger.domain.request.RequestEvent;
import org.jspecify.annotations.Nullable;

/**
 * A file of a case.
 *
 * @param number which attachment of the case, from 1
 * @param fileName as it was handed in, opened
 * @param size in bytes
 * @param digest SHA-256 of its bytes, in hexadecimal digits
 * @param event number of the event that recorded it
 */
public record CaseAttachment(
        int number, AttachmentKind kind, String fileName, String mediaType, int size, String digest, long event) {

    private static final int KILO = 1024;

    /**
     * The files of a case that were not withdrawn, in the order in which they were added.
     *
     * @param key of the case; null when it was destroyed
     */
    static List<CaseAttachment> of(CaseFile file, @Nullable CaseKey key) {
        List<CaseAttachment> attachments = new ArrayList<>();
        for (Numbered numbered : file.events()) {
            if (numbered.event() instanceof RequestEvent.AttachmentAdded e) {
                attachments.add(new CaseAttachment(
                        e.attachment(),
                        e.attachmentKind(),
                        key == null
                                ? CaseKey.DESTROYED
                                : key.open("fileName", e.fileName().value()),
                        e.mediaType(),
                        e.size(),
                        e.digest(),
                        numbered.number()));
            } else if (numbered.event() instanceof RequestEvent.AttachmentWithdrawn e) {
                attachments.removeIf(a -> a.number() == e.attachment());
            }
        }
        return attachments;
    }

    /** The name under which it is given out. */
    public String downloadName() {
        return AttachmentType.of(mediaType).fileName(fileName);
    }

    /** Its size in words. */
    public String shownSize() {
        return shownSize(size);
    }

    /** @param bytes how many there are */
    public static String shownSize(int bytes) {
        if (bytes < KILO) {
            return bytes + " 字节";
        }
        return bytes < KILO * KILO
                ? Math.round((double) bytes / KILO) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / (KILO * KILO));
    }
}
