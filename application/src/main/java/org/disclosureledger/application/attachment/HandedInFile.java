package org.disclosureledger.application.attachment;

import org.springframework.web.multipart.MultipartFile;

/**
 * A file that was looked at and may be added.
 *
 * @param name without directories and control characters
 * @param size in bytes
 * @param digest SHA-256 of its bytes, in hexadecimal digits
 */
public record HandedInFile(String name, AttachmentType type, int size, String digest, MultipartFile upload) {

    /** What tells it from another one of the same place. */
    public String identity() {
        return digest + " " + name;
    }
}
