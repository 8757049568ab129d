package org.disclosureledger.application.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The types of files that a case can have. */
public enum AttachmentType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg jpeg"),
    PNG("image/png", "png"),
    TIFF("image/tiff", "tif tiff"),
    WORD("application/msword", "doc wps"),
    WORD_XML("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("application/vnd.ms-excel", "xls et"),
    EXCEL_XML("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    OFD("application/ofd", "ofd"),
    MAIL("message/rfc822", "eml"),
    OUTLOOK("application/vnd.ms-outlook", "msg"),
    TEXT("text/plain", "txt csv"),
    ZIP("application/zip", "zip");

    private final String mediaType;
    private final String endings;

    AttachmentType(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @throws IllegalArgumentException when no type has this media type */
    static AttachmentType of(String mediaType) {
        return Arrays.stream(values())
                .filter(t -> t.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown media type: " + mediaType));
    }

    private List<String> endings() {
        return List.of(endings.split(" "));
    }

    /** For the dialogue in which files are chosen. */
    public static String accepted() {
        return Arrays.stream(values())
                .flatMap(t -> t.endings().stream())
                .map(e -> "." + e)
                .collect(Collectors.joining(","));
    }

    /** The name under which a file is given out: one whose ending promises something else gets that of its type, too. */
    String fileName(String name) {
        String safe = name.replaceAll("[\\\\/:*?\"<>|]", "_");
        String lower = safe.toLowerCase(Locale.ROOT);
        return endings().stream().anyMatch(e -> lower.endsWith("." + e))
                ? safe
                : safe + "." + endings().get(0);
    }
}
