package org.disclosureledger.application.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.request.AttachmentBodies;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.security.IdentityKeys;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.disclosureledger.domain.request.AttachmentKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files of a case: looked at, sealed and recorded, given out byte for byte, withdrawn. */
@Component
public class CaseAttachments {

    /** In bytes. */
    static final int LARGEST = 20 * 1024 * 1024;

    /** In one step. */
    static final int MOST = 20;

    private static final String FIELD = "files";
    private static final String SEALED = "attachment";
    private static final int LONGEST_NAME = 200;

    private final CaseFiles files;
    private final CaseKeys keys;
    private final IdentityKeys reading;
    private final AttachmentStore store;

    CaseAttachments(CaseFiles files, CaseKeys keys, IdentityKeys reading, AttachmentStore store) {
        this.reading = reading;
        this.files = files;
        this.keys = keys;
        this.store = store;
    }

    /** The files of a case that were not withdrawn, in the order in which they were added. */
    public List<CaseAttachment> of(CaseFile file) {
        return CaseAttachment.of(file, reading.find(file.organ(), file.caseId()).orElse(null));
    }

    /**
     * Looks at files that came in, one after the other; nothing is kept. A field of a form that nobody filled is no file.
     *
     * @throws CommandRejected when there are too many, or one of them is none that a case can have
     */
    public List<HandedInFile> look(@Nullable List<MultipartFile> uploads) {
        List<MultipartFile> chosen = uploads == null
                ? List.of()
                : uploads.stream()
                        .filter(u -> !(u.isEmpty() && name(u).isEmpty()))
                        .toList();
        if (chosen.size() > MOST) {
            throw new CommandRejected(AttachmentRule.TOO_MANY.onField(FIELD, MOST));
        }
        List<Finding> findings = new ArrayList<>();
        List<HandedInFile> looked = new ArrayList<>();
        for (MultipartFile upload : chosen) {
            int place = looked.size() + findings.size() + 1;
            if (upload.getSize() > LARGEST) {
                findings.add(AttachmentRule.TOO_LARGE.onField(FIELD, place));
            } else {
                look(upload, place, looked, findings);
            }
        }
        if (!findings.isEmpty()) {
            throw new CommandRejected(findings);
        }
        return looked;
    }

    private static void look(MultipartFile upload, int place, List<HandedInFile> looked, List<Finding> findings) {
        byte[] bytes = bytes(upload);
        FileContent content = FileContent.of(bytes);
        AttachmentType type = content.type();
        AttachmentRule objection = content.objection();
        if (type != null) {
            looked.add(new HandedInFile(name(upload), type, bytes.length, HashAlgorithm.SHA_256.hex(bytes), upload));
        } else if (objection != null) {
            findings.add(objection.onField(FIELD, place));
        }
    }

    /**
     * Keeps files and records that they were added.
     *
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when nothing was handed in, nothing says what it is, or the rules object
     */
    public Recorded add(
            String organ,
            String caseId,
            @Nullable AttachmentKind kind,
            List<HandedInFile> handedIn,
            String user,
            CommandId command) {
        files.require(organ, caseId);
        List<Finding> findings = new ArrayList<>();
        if (kind == null) {
            findings.add(RegisterRule.REQUIRED.onField("kind"));
        }
        if (handedIn.isEmpty()) {
            findings.add(AttachmentRule.NOTHING_CHOSEN.onField(FIELD));
        }
        if (kind == null || !findings.isEmpty()) {
            throw new CommandRejected(findings);
        }
        CaseKey key = keys.forCase(organ, caseId);
        for (HandedInFile file : handedIn) {
            if (!store.has(caseId, file.digest())) {
                store.keep(organ, caseId, file.digest(), key.sealBytes(SEALED, bytes(file.upload())));
            }
        }
        return files.take(
                organ,
                caseId,
                new AttachmentBodies.AddAttachmentsBody(
                        kind,
                        handedIn.stream()
                                .map(f -> new AttachmentBodies.NewFile(
                                        f.name().isEmpty() ? kind.label() : f.name(),
                                        f.type().mediaType(),
                                        f.size(),
                                        f.digest()))
                                .toList()),
                user,
                command);
    }

    /**
     * The bytes of a file as they were handed in.
     *
     * @throws Problem when its key was destroyed, or it is not what was recorded
     */
    public byte[] content(CaseFile file, CaseAttachment attachment) {
        return opened(
                file.caseId(),
                attachment,
                reading.find(file.organ(), file.caseId()).orElseThrow(() -> Problem.notFound("这一件的个人信息已经销毁，附件不能再打开")));
    }

    /** The files of a case that were not withdrawn, opened with this key. */
    public List<CaseAttachment> of(CaseFile file, CaseKey key) {
        return CaseAttachment.of(file, key);
    }

    /**
     * The bytes of a file as they were handed in.
     *
     * @throws Problem when it was not kept, the key opens nothing, or it is not what was recorded
     */
    public byte[] opened(String caseId, CaseAttachment attachment, CaseKey key) {
        byte[] sealed = store.find(caseId, attachment.digest()).orElseThrow(() -> Problem.notFound("这份附件没有留存"));
        IdentityKeys.requireOpening(key);
        byte[] bytes;
        try {
            bytes = key.openBytes(SEALED, sealed);
        } catch (IllegalStateException e) {
            throw altered();
        }
        if (!HashAlgorithm.SHA_256.hex(bytes).equals(attachment.digest())) {
            throw altered();
        }
        return bytes;
    }

    private static Problem altered() {
        return new Problem(HttpStatus.CONFLICT, "attachment-altered", "附件与登记的不符", "留存的附件与登记的校验值不符，可能被改动过；请核验台账");
    }

    /**
     * Records that a file had been added by mistake.
     *
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when the reason is missing or there is no such attachment any more
     */
    public Recorded withdraw(
            String organ, String caseId, int number, @Nullable String reason, String user, CommandId command) {
        return files.take(organ, caseId, new AttachmentBodies.WithdrawAttachmentBody(number, reason), user, command);
    }

    /** @throws Problem when the case has no such attachment, or it was withdrawn */
    public CaseAttachment require(CaseFile file, int number) {
        return of(file).stream()
                .filter(a -> a.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这一件没有这份附件，或者已经撤回"));
    }

    /** Without directories, control characters, and those that show a name otherwise than it is. */
    private static String name(MultipartFile upload) {
        String given = upload.getOriginalFilename();
        String name = given == null ? "" : given;
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        return base.substring(Math.max(0, base.length() - LONGEST_NAME));
    }

    private static byte[] bytes(MultipartFile upload) {
        try {
            return upload.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
