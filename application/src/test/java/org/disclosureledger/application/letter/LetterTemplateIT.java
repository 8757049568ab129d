package org.disclosureledger.application.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.domain.letter.LetterKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Templates through HTTP: listed, replaced, refused with the field, restored, and every version kept. */
@RunningService
class LetterTemplateIT {

    private static final String FORM = "multipart/form-data; boundary=b";
    private static final Map<String, String> OWN = WordFiles.receipt(WordFiles.paragraph("{{申请", "人}}：本机关的抬头"));

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Letters letters;

    private Service service;
    private String organ;

    @BeforeEach
    void organ() {
        service = new Service(port);
        organ = "letters-" + System.nanoTime();
        service.organ(organ, "清河镇人民政府");
    }

    private String path(String rest) {
        return "/api/v1/organs/" + organ + "/letter-templates" + rest;
    }

    private Answer put(String kind, byte[] file) {
        return service.put(path("/" + kind), LetterTemplates.DOCX, file);
    }

    private JsonNode listed(String kind) {
        for (JsonNode template : service.get(path("")).json()) {
            if (template.path("kind").asString().equals(kind)) {
                return template;
            }
        }
        throw new AssertionError(kind);
    }

    private List<String> versions() {
        return jdbc.sql("select kind || ' ' || coalesce(file_name, '-') || ' ' || replaced_by from letter_template"
                        + " where organ = ? order by version")
                .param(organ)
                .query(String.class)
                .list();
    }

    private static void assertRefused(Answer answer, String rule, String field, String sentence) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).endsWith(":letter-template");
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo(rule);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/reason").asString()).contains(sentence);
        assertThat(answer.json().path("detail").asString()).contains(sentence);
    }

    @Test
    void everyLetterIsListedWithItsFields() {
        JsonNode templates = service.get(path("")).json();
        JsonNode answer = listed("answer.refused.stateSecret");

        assertThat(templates.size()).isEqualTo(LetterKind.values().length);
        assertThat(answer.path("title").asString()).isEqualTo("不予公开告知书（国家秘密）");
        assertThat(answer.path("outcome").asString()).isEqualTo("refused.stateSecret");
        assertThat(answer.path("replaced").asBoolean(true)).isFalse();
        assertThat(answer.path("sha256").asString()).hasSize(64);
        assertThat(answer.path("fields").toString())
                .contains("{\"name\":\"救济告知\",\"required\":true", "{\"name\":\"文号\",\"required\":false")
                .doesNotContain("补正期限");
    }

    @Test
    void downloadedTemplateCanBeHandedInAgainAndChangesNothing() {
        for (LetterKind kind : LetterKind.values()) {
            Answer template = service.get(path("/" + kind.id()));
            assertThat(template.contentType()).isEqualTo(LetterTemplates.DOCX);

            assertThat(put(kind.id(), template.bytes()).json().path("replaced").asBoolean(true))
                    .as(kind.id())
                    .isFalse();
        }
        assertThat(versions()).isEmpty();
    }

    @Test
    void replacedTemplateIsInForceUntilTheDefaultIsRestored() {
        byte[] own = WordFiles.zip(OWN);
        Answer replaced = service.put(path("/receipt?fileName=%2Fa%2F回执.docx"), LetterTemplates.DOCX, own);

        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(replaced.json().path("replaced").asBoolean()).isTrue();
        assertThat(replaced.json().path("fileName").asString()).isEqualTo("回执.docx");
        assertThat(replaced.json().path("replacedBy").asString()).isEqualTo("admin");
        assertThat(listed("receipt")).isEqualTo(replaced.json());
        assertThat(put("receipt", own).json()).isEqualTo(replaced.json());
        assertThat(service.get(path("/receipt")).bytes()).isEqualTo(own);
        assertThat(WordFiles.texts(service.get(path("/receipt/preview")).bytes())
                        .get(0))
                .isEqualTo("张某：本机关的抬头");
        assertThat(WordFiles.texts(letters.render(organ, LetterKind.RECEIPT, LetterExamples.of(LetterKind.RECEIPT)))
                        .get(0))
                .isEqualTo("张某：本机关的抬头");

        assertThat(service.delete(path("/receipt")).status()).isEqualTo(204);
        assertThat(service.delete(path("/receipt")).status()).isEqualTo(204);
        assertThat(listed("receipt").path("replaced").asBoolean(true)).isFalse();
        assertThat(service.get(path("/receipt")).bytes()).isEqualTo(DefaultTemplate.of(LetterKind.RECEIPT));
        assertThat(versions()).containsExactly("receipt 回执.docx admin", "receipt - admin");
    }

    @Test
    void templateOfOneOrganIsNotAnothers() {
        put("receipt", WordFiles.zip(OWN));
        service.organ(organ + "-2", "柳溪镇人民政府");

        assertThat(service.get("/api/v1/organs/" + organ + "-2/letter-templates/receipt")
                        .bytes())
                .isEqualTo(DefaultTemplate.of(LetterKind.RECEIPT));
    }

    private static byte[] form(Map<String, String> texts, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        texts.forEach((name, text) ->
                body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"own.docx\"\r\n"
                        + "Content-Type: " + LetterTemplates.DOCX + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    @Test
    void formUploadIsTakenWithItsName() {
        Answer answer = service.put(path("/receipt"), FORM, form(Map.of(), WordFiles.zip(OWN)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("fileName").asString()).isEqualTo("own.docx");
    }

    @Test
    void pageTakesRefusesAndRestores() {
        String page = "/organs/" + organ + "/letter-templates";
        byte[] wrong = WordFiles.zip(WordFiles.receipt(WordFiles.paragraph("{{姓明}}")));

        assertThat(service.post(page, FORM, form(Map.of("kind", "receipt"), wrong))
                        .text())
                .contains("<title>错误：文书模板", "没有名为“姓明”的要素，您要写的可能是“申请人”", "value=\"receipt\" selected");
        assertThat(service.post(page, FORM, form(Map.of("kind", ""), new byte[0]))
                        .text())
                .contains("请选择要替换哪种文书的模板", "请选择模板文件");
        assertThat(versions()).isEmpty();
        assertThat(service.post(page, FORM, form(Map.of("kind", "receipt"), WordFiles.zip(OWN)))
                        .status())
                .isEqualTo(302);
        assertThat(service.get(page).text()).contains("own.docx", "恢复默认");
        assertThat(service.post(page + "/receipt/default", "application/x-www-form-urlencoded", new byte[0])
                        .status())
                .isEqualTo(302);
        assertThat(service.get(page).text()).doesNotContain("own.docx");
        assertThat(versions()).containsExactly("receipt own.docx admin", "receipt - admin");
    }

    @Test
    void badUploadsAreRefusedWithTheFieldAndChangeNothing() {
        Map<String, String> linked = WordFiles.receipt();
        linked.put(
                WordFiles.RELATIONS, WordFiles.relations(WordFiles.relation("image", "https://example.com/a", true)));
        byte[] large = new byte[6 << 20];
        large[0] = 'P';

        assertRefused(
                put("receipt", WordFiles.zip(WordFiles.receipt(WordFiles.paragraph("{{姓明}}")))),
                "UNKNOWN_FIELD",
                "姓明",
                "您要写的可能是“申请人”");
        assertRefused(
                put("receipt", WordFiles.zip(WordFiles.receipt(WordFiles.paragraph("{{申请人")))),
                "UNCLOSED_FIELD",
                "{{申请人",
                "缺少“}}”");
        assertRefused(put("answer.granted", WordFiles.zip(OWN)), "FIELD_OF_OTHER_LETTERS", "申请渠道", "只用于登记回执");
        assertRefused(put("receipt", "你好".getBytes(StandardCharsets.UTF_8)), "NOT_A_DOCX", "file", "不是 Word 文档");
        assertRefused(put("receipt", new byte[0]), "NOT_A_DOCX", "file", "不是 Word 文档");
        assertRefused(put("receipt", large), "TOO_LARGE", "file", "5 MB");
        assertRefused(put("receipt", WordFiles.zip(linked)), "EXTERNAL_CONTENT", "file", "https://example.com/a");
        assertThat(versions()).isEmpty();
    }

    @Test
    void unknownLettersAndOrgansAreNotFound() {
        assertThat(service.get(path("/letter")).status()).isEqualTo(404);
        assertThat(service.get(path("/letter/preview")).status()).isEqualTo(404);
        assertThat(put("letter", WordFiles.zip(OWN)).json().path("detail").asString())
                .isEqualTo("没有名为“letter”的文书");
        assertThat(service.delete(path("/letter")).status()).isEqualTo(404);
        assertThat(service.get("/api/v1/organs/nowhere/letter-templates").status())
                .isEqualTo(404);
    }

    /** A letter of last year was written from the template of last year. */
    @Test
    void serviceCanOnlyAddVersions() {
        put("receipt", WordFiles.zip(OWN));

        for (String change : List.of("update letter_template set kind = kind", "delete from letter_template")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void pageListsLettersAndFields() {
        Answer page = service.get("/organs/" + organ + "/letter-templates");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("延迟答复告知书", "{{机关名称}}", "全部答复告知书", "multipart/form-data")
                .doesNotContain("恢复默认");
        assertThat(service.get("/organs/" + organ).text()).contains("/organs/" + organ + "/letter-templates");
    }

    @Test
    void descriptionOfTheApiHasTheTemplates() {
        assertThat(service.get("/v3/api-docs").json().path("paths").propertyNames())
                .contains(
                        "/api/v1/organs/{organ}/letter-templates",
                        "/api/v1/organs/{organ}/letter-templates/{kind}",
                        "/api/v1/organs/{organ}/letter-templates/{kind}/preview");
    }
}
