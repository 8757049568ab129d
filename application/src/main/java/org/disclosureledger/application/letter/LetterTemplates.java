package org.disclosureledger.application.letter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.domain.letter.LetterKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The template of each letter: the organ's own, or else the default. */
@Component
public class LetterTemplates {

    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int LONGEST_NAME = 200;

    private final LetterTemplateStore store;

    public LetterTemplates(LetterTemplateStore store) {
        this.store = store;
    }

    /**
     * The template in force.
     *
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param version null for the default
     */
    public record InForce(
            LetterKind kind, String sha256, @Nullable TemplateVersion version) {

        public boolean replaced() {
            return version != null;
        }
    }

    /** Of every letter, in the order of the enumeration. */
    public List<InForce> all(String organ) {
        Map<LetterKind, TemplateVersion> brought = store.inForce(organ);
        return Arrays.stream(LetterKind.values())
                .map(kind -> inForce(kind, brought.get(kind)))
                .toList();
    }

    public InForce one(String organ, LetterKind kind) {
        return inForce(kind, store.inForce(organ).get(kind));
    }

    private static InForce inForce(LetterKind kind, @Nullable TemplateVersion version) {
        String sha256 = version == null ? HashAlgorithm.SHA_256.hex(DefaultTemplate.of(kind)) : version.sha256();
        return new InForce(kind, sha256, version);
    }

    public byte[] content(String organ, LetterKind kind) {
        return store.content(organ, kind).orElseGet(() -> DefaultTemplate.of(kind));
    }

    /**
     * Puts a template into force, after an example letter could be written from it. One that is in force already changes
     * nothing.
     *
     * @param fileName as it was called where it comes from
     * @throws TemplateRefused when no letter can be written from it; the one in force stays
     */
    public InForce replace(String organ, LetterKind kind, byte[] content, @Nullable String fileName, String user) {
        LetterMerge.merge(content, kind, LetterExamples.of(kind));
        String sha256 = HashAlgorithm.SHA_256.hex(content);
        if (!one(organ, kind).sha256().equals(sha256)) {
            store.replaced(organ, kind, content, sha256, cleanName(fileName, kind), user);
        }
        return one(organ, kind);
    }

    /** Back to the default; changes nothing where it is in force. */
    public void restore(String organ, LetterKind kind, String user) {
        if (one(organ, kind).replaced()) {
            store.restored(organ, kind, user);
        }
    }

    /** An uploaded template, never more of it than could be one. */
    public static byte[] read(InputStream in) throws IOException {
        return in.readNBytes((DocxPackage.MOST_MEGABYTES << 20) + 1);
    }

    /** @throws Problem when there is no such letter */
    public static LetterKind kind(String id) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("没有名为“" + id + "”的文书"));
    }

    /** For a letter that is downloaded: a name that every file system takes. */
    public static String fileName(String title) {
        return title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".docx";
    }

    private static String cleanName(@Nullable String name, LetterKind kind) {
        String base = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = base.replaceAll("\\p{Cntrl}", "").strip();
        if (clean.isEmpty()) {
            return kind.label() + ".docx";
        }
        return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
    }
}
