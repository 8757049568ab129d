package org.disclosureledger.application.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.attachment.CaseAttachment;
import org.disclosureledger.application.attachment.CaseAttachments;
import org.disclosureledger.application.audit.PackageZip;
import org.disclosureledger.application.letter.CaseLetters;
import org.disclosureledger.application.letter.IssuedLetter;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.application.register.RegisterWriter;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.registers.Registers.CaseEvent;
import org.disclosureledger.application.registers.Registers.OpenedCase;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.projections.retention.DestructionRow;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the archives get before personal data is destroyed: the registers, each case with its history, its letters and its
 * files, all in clear, with the digest of each file.
 */
@Component
class ArchivePackage {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final String READ_ME = """
            本包是依申请公开案件移交档案的内容，明文，含个人信息，请按档案管理的要求保管和移交。

            manifest.json        清单：机关、批次、保管期限的依据、每个文件的长度和 SHA-256
            requests.csv         申请台账；remedies.csv 复议诉讼台账（有才有）
            cases/<序号>-<编号>/  一案一个目录
              case.json          登记的内容和全部办理历史
              letters/           制作的文书
              attachments/       附件
            """;

    private final Organs organs;
    private final Registers registers;
    private final CaseFiles files;
    private final CaseLetters letters;
    private final CaseAttachments attachments;
    private final CaseKeys keys;
    private final Clock clock;

    ArchivePackage(
            Organs organs,
            Registers registers,
            CaseFiles files,
            CaseLetters letters,
            CaseAttachments attachments,
            CaseKeys keys,
            Clock clock) {
        this.organs = organs;
        this.registers = registers;
        this.files = files;
        this.letters = letters;
        this.attachments = attachments;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Writes the package; the stream stays open.
     *
     * @throws org.disclosureledger.application.api.Problem when a letter or a file is not what was recorded
     */
    void write(DestructionRow batch, List<String> caseIds, String user, OutputStream out) throws IOException {
        PackageZip zip = new PackageZip(out);
        zip.file("说明.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
        Map<RegisterLayout, List<OpenedCase>> rows = new LinkedHashMap<>();
        int place = 0;
        for (String caseId : caseIds) {
            CaseKey key = keys.find(caseId).orElse(null);
            if (key != null) {
                OpenedCase opened = registers.open(batch.organ(), caseId, key).orElseThrow();
                rows.computeIfAbsent(opened.register(), r -> new ArrayList<>())
                        .add(new OpenedCase(opened.register(), caseId, opened.facts(), opened.remarks(), List.of()));
                write(zip, batch.organ(), ++place, opened, key);
            }
        }
        for (Map.Entry<RegisterLayout, List<OpenedCase>> register : rows.entrySet()) {
            zip.file(register.getKey().id() + ".csv", to -> write(register.getKey(), register.getValue(), to));
        }
        zip.finish(manifest(batch, place, user));
    }

    private Map<String, Object> manifest(DestructionRow batch, int cases, String user) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "disclosure-ledger archive package");
        manifest.put("version", 1);
        manifest.put("organ", batch.organ());
        manifest.put("organName", organs.require(batch.organ()).name());
        manifest.put("batch", batch.batch());
        manifest.put("schedule", batch.schedule());
        manifest.put("years", batch.years());
        manifest.put("cases", cases);
        manifest.put("exportedAt", ZonedDateTime.now(clock).toOffsetDateTime().toString());
        manifest.put("exportedBy", user);
        return manifest;
    }

    private static void write(RegisterLayout register, List<OpenedCase> rows, OutputStream to) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.remarks().keySet()));
        try (RegisterWriter writer = RegisterWriter.csv(register, List.copyOf(columns), to)) {
            for (OpenedCase row : rows) {
                writer.write(row.facts(), row.remarks());
            }
        }
    }

    private void write(PackageZip zip, String organ, int place, OpenedCase opened, CaseKey key) throws IOException {
        String number =
                opened.facts().getOrDefault(opened.register().keyFacts().get(0).id(), "");
        String directory = "cases/%04d-%s/".formatted(place, safe(number));
        zip.file(directory + "case.json", JSON.writeValueAsBytes(described(opened, key)));
        if (opened.register() != RegisterLayout.REQUESTS) {
            return;
        }
        CaseFile file = files.require(organ, opened.caseId());
        int letterPlace = 0;
        for (IssuedLetter letter : letters.issued(file)) {
            zip.file(
                    directory + "letters/%02d-%s.docx".formatted(++letterPlace, safe(letter.letterNumber())),
                    letters.opened(opened.caseId(), letter, key));
        }
        for (CaseAttachment attachment : attachments.of(file, key)) {
            zip.file(
                    directory + "attachments/%02d-%s".formatted(attachment.number(), safe(attachment.downloadName())),
                    attachments.opened(opened.caseId(), attachment, key));
        }
    }

    private static Map<String, Object> described(OpenedCase opened, CaseKey key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : opened.register().facts()) {
            String value = opened.value(fact);
            if (value != null) {
                facts.put(fact.label(), RegisterWords.written(fact, value));
            }
        }
        List<Map<String, Object>> events = new ArrayList<>();
        for (CaseEvent event : opened.events()) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("number", event.number());
            described.put("type", event.name());
            described.put("recordedAt", event.recordedAt().toString());
            described.put("metadata", event.metadata());
            described.put("content", opened(event, key));
            described.put("hash", event.hash());
            events.add(described);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("case", opened.caseId());
        all.put("register", opened.register().title());
        all.put("facts", facts);
        all.put("remarks", opened.remarks());
        all.put("events", events);
        return all;
    }

    /** What an event says with what is sealed in it opened; a value is sealed for its field, or for the fact it is of. */
    private static JsonNode opened(CaseEvent event, CaseKey key) {
        ObjectNode content = (ObjectNode) JSON.readTree(event.payload());
        String fact = content.path("fact").asString("");
        for (String field : List.copyOf(content.propertyNames())) {
            JsonNode value = content.path(field);
            if (value.isString() && CaseKey.isSealed(value.asString())) {
                content.put(field, opened(key, List.of(field, fact), value.asString()));
            }
        }
        return content;
    }

    /** @throws IllegalStateException when it opens for no field: the archives must get everything or nothing */
    private static String opened(CaseKey key, List<String> fields, String sealed) {
        IllegalStateException last = null;
        for (String field : fields) {
            try {
                return key.open(field, sealed);
            } catch (IllegalStateException e) {
                last = e;
            }
        }
        throw last == null ? new IllegalStateException("no field") : last;
    }

    /** As the name of a file on any system. */
    private static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }
}
