package org.disclosureledger.application.letter;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.api.Bodies;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.readtrail.Readings;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.request.AnswerBodies;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.request.LetterBodies;
import org.disclosureledger.application.request.StepBody;
import org.disclosureledger.application.security.IdentityKeys;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.letter.RemedyNotice;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.request.Course;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The letters of a case: drafted from its record, issued, kept as they were written, delivered. */
@Component
public class CaseLetters {

    /** In characters. */
    private static final int LONGEST = 5_000;

    private static final String SEALED = "letter";

    private final CaseFiles files;
    private final Registers registers;
    private final Organs organs;
    private final CaseKeys keys;
    private final IdentityKeys reading;
    private final Letters letters;
    private final LetterTemplates templates;
    private final IssuedLetterStore store;

    CaseLetters(
            CaseFiles files,
            Registers registers,
            Organs organs,
            CaseKeys keys,
            IdentityKeys reading,
            Letters letters,
            LetterTemplates templates,
            IssuedLetterStore store) {
        this.files = files;
        this.registers = registers;
        this.organs = organs;
        this.keys = keys;
        this.reading = reading;
        this.letters = letters;
        this.templates = templates;
        this.store = store;
    }

    /** What a case gives cause to write, in the order of its events. */
    public List<LetterOccasion> occasions(CaseFile file) {
        return LetterOccasion.of(file);
    }

    /** The letters of a case in the order in which they were issued. */
    public List<IssuedLetter> issued(CaseFile file) {
        return IssuedLetter.of(file);
    }

    /**
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when the case gives no cause for the letter
     */
    public LetterDraft draft(String organ, String caseId, LetterKind kind) {
        CaseFile file = files.require(organ, caseId);
        LetterOccasion occasion = occasion(file, kind);
        return LetterDraft.of(occasion, freeNumber(file), files.today(), recorded(file, occasion));
    }

    /**
     * The letter as it would be issued; nothing is recorded.
     *
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when something is missing or cannot be said
     * @throws TemplateRefused when the template in force is none any more
     */
    public byte[] preview(String organ, String caseId, LetterKind kind, LetterBody body) {
        CaseFile file = files.require(organ, caseId);
        return write(file, occasion(file, kind), body);
    }

    /**
     * Writes a letter, keeps it and records that it was issued.
     *
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when something is missing, cannot be said, or the rules object
     * @throws TemplateRefused when the template in force is none any more
     */
    public Recorded issue(
            String organ, String caseId, LetterKind kind, LetterBody body, String user, CommandId command) {
        CaseFile file = files.require(organ, caseId);
        byte[] letter = Readings.unseen(() -> write(file, occasion(file, kind), body));
        String digest = HashAlgorithm.SHA_256.hex(letter);
        CaseKey key = keys.forCase(organ, caseId);
        store.keep(
                organ,
                caseId,
                digest,
                key.seal(SEALED, Base64.getEncoder().encodeToString(letter)).value());
        return files.take(
                organ,
                caseId,
                new LetterBodies.IssueLetterBody(
                        body.on(),
                        kind.id(),
                        body.letterNumber(),
                        templates.one(organ, kind).sha256(),
                        digest),
                user,
                command);
    }

    /**
     * The letter as it was issued, byte for byte.
     *
     * @throws Problem when the organ has no such letter, its key was destroyed, or it is not what was recorded
     */
    public byte[] document(String organ, String caseId, long number) {
        IssuedLetter letter = require(files.require(organ, caseId), number);
        return opened(
                caseId,
                letter,
                reading.find(organ, caseId).orElseThrow(() -> Problem.notFound("这一件的个人信息已经销毁，文书不能再打开")));
    }

    /**
     * The letter as it was issued, byte for byte.
     *
     * @throws Problem when it was not kept, the key opens nothing, or it is not what was recorded
     */
    public byte[] opened(String caseId, IssuedLetter letter, CaseKey key) {
        String sealed = store.find(caseId, letter.digest()).orElseThrow(() -> Problem.notFound("这份文书没有留存"));
        IdentityKeys.requireOpening(key);
        byte[] bytes = Base64.getDecoder().decode(key.open(SEALED, sealed));
        if (!HashAlgorithm.SHA_256.hex(bytes).equals(letter.digest())) {
            throw new Problem(HttpStatus.CONFLICT, "letter-altered", "文书与登记的不符", "留存的文书与登记的校验值不符，可能被改动过；请核验台账");
        }
        return bytes;
    }

    /**
     * Records that a letter reached whom it is for. An answer is delivered with its letter: it counts as the delivery of
     * the answer.
     *
     * @throws Problem when the organ has no such letter
     * @throws CommandRejected when something is missing or the rules object
     */
    public Recorded deliver(
            String organ,
            String caseId,
            long number,
            AnswerBodies.DeliverAnswerBody body,
            String user,
            CommandId command) {
        IssuedLetter letter = require(files.require(organ, caseId), number);
        Bodies.check(body);
        StepBody step = letter.kind().isAnswer()
                ? body
                : new LetterBodies.DeliverLetterBody(body.on(), letter.letterNumber(), body.method());
        return files.take(organ, caseId, step, user, command);
    }

    /** @throws Problem when the case has no letter that this event recorded */
    public IssuedLetter require(CaseFile file, long number) {
        return issued(file).stream()
                .filter(l -> l.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这一件没有这份文书"));
    }

    /**
     * A letter for a page that is printed: the latest that was issued, or else as it would be issued today, without a
     * number; nothing is recorded.
     *
     * @throws Problem when the organ has no such request, or a kept letter cannot be opened
     * @throws CommandRejected when something is missing
     * @throws TemplateRefused when the template in force is none any more
     */
    public PrintedLetter printed(String organ, String caseId, LetterKind kind) {
        CaseFile file = files.require(organ, caseId);
        IssuedLetter latest = issued(file).stream()
                .filter(l -> l.kind() == kind)
                .reduce((first, second) -> second)
                .orElse(null);
        LetterBody unnumbered = new LetterBody(files.today(), null, null, null, null);
        byte[] document = latest == null
                ? write(file, occasion(file, kind), unnumbered, List.of())
                : document(organ, caseId, latest.number());
        return new PrintedLetter(file.number(), latest, LetterPage.of(document));
    }

    private LetterOccasion occasion(CaseFile file, LetterKind kind) {
        return occasions(file).stream()
                .filter(o -> o.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new CommandRejected(LetterRule.NOT_YET.onField("kind", kind.label())));
    }

    private static String freeNumber(CaseFile file) {
        Set<String> used = new HashSet<>();
        file.course().letters().stream().map(Course.Letter::number).forEach(used::add);
        int next = used.size() + 1;
        while (used.contains(file.number() + "-" + next)) {
            next++;
        }
        return file.number() + "-" + next;
    }

    private Map<LetterField, String> recorded(CaseFile file, LetterOccasion occasion) {
        CaseKey key = reading.find(file.organ(), file.caseId()).orElse(null);
        IdentityKeys.requireOpening(key);
        return LetterRecord.of(
                organs.require(file.organ()).name(),
                file,
                registers.open(file.organ(), file.caseId()).orElseThrow(() -> Problem.notFound("本机关没有这件申请")),
                occasion,
                files.clock(file.until(occasion.number())).clock().lastDay(),
                key);
    }

    private byte[] write(CaseFile file, LetterOccasion occasion, LetterBody body) {
        return write(file, occasion, body, Bodies.objections(body));
    }

    /** @param objections what is known to be wrong with the body */
    private byte[] write(CaseFile file, LetterOccasion occasion, LetterBody body, List<Finding> objections) {
        LetterKind kind = occasion.kind();
        List<Finding> findings = new ArrayList<>(objections);
        Map<LetterField, String> values = new EnumMap<>(LetterField.class);
        values.putAll(recorded(file, occasion));
        values.putAll(written(kind, body, findings));
        LocalDate on = body.on();
        if (on != null) {
            values.put(LetterField.ISSUED_ON, DayWords.of(on));
            RemedyNotice.of(kind, on, body.reconsiderationOrgan(), body.court())
                    .ifPresent(text -> values.put(LetterField.REMEDIES, text));
        }
        String letterNumber = TypedText.of(body.letterNumber());
        if (letterNumber != null) {
            values.put(LetterField.LETTER_NUMBER, letterNumber);
        }
        Set<String> objected = new HashSet<>();
        findings.forEach(f -> objected.add(f.fact()));
        for (LetterField field : LetterField.requiredIn(kind)) {
            boolean told = field != LetterField.ISSUED_ON && field != LetterField.REMEDIES;
            if (told && values.getOrDefault(field, "").isBlank() && !objected.contains(field.id())) {
                LetterRule rule = LetterRecord.isWritten(field) ? LetterRule.NOT_WRITTEN : LetterRule.NOT_RECORDED;
                findings.add(rule.onField(field.id(), field.id()));
            }
        }
        if (!findings.isEmpty()) {
            throw new CommandRejected(findings);
        }
        return letters.render(file.organ(), kind, values);
    }

    /** What the writer put into words. */
    private static Map<LetterField, String> written(LetterKind kind, LetterBody body, List<Finding> findings) {
        Map<LetterField, String> written = new EnumMap<>(LetterField.class);
        Map<String, String> typed = body.values() == null ? Map.of() : requireNonNull(body.values());
        typed.forEach((name, text) -> {
            LetterField field = LetterField.named(name).orElse(null);
            String value = TypedText.of(text);
            if (field == null || !field.isUsableIn(kind)) {
                findings.add(LetterRule.UNKNOWN_FIELD.onField(name, name));
            } else if (!LetterRecord.isWritten(field)) {
                findings.add(LetterRule.TAKEN_FROM_THE_RECORD.onField(name, name));
            } else if (value != null) {
                TypedText.objection(name, value, LONGEST).ifPresent(findings::add);
                written.put(field, value);
            }
        });
        return written;
    }
}
