package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.disclosureledger.application.register.RegisterFiles.bytes;
import static org.disclosureledger.application.register.RegisterFiles.read;
import static org.disclosureledger.application.register.RegisterLayout.DOCUMENTS;
import static org.disclosureledger.application.register.RegisterLayout.REMEDIES;
import static org.disclosureledger.application.register.RegisterLayout.REQUESTS;
import static org.disclosureledger.application.register.RegisterLayout.TALLIES;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.request.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterWriterTest {

    enum Form {
        CSV,
        GB18030,
        XLSX
    }

    private static final String[] PIECES = {
        "=",
        "+",
        "-",
        "@",
        "'",
        "''",
        "\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\r\n",
        " ",
        "\u3000",
        "＝",
        "＠",
        "cmd|'/c calc'!A0",
        "😀",
        "𠮷",
        "甲",
        "a",
        "1",
        "_x000D_",
        "_x005F_",
        "_",
        "x0041_",
        "<",
        "&",
        "]]>",
        "\\",
        "\uFEFF",
        "\u00A0",
        "é",
        "#",
        "{",
        "\u2028"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(RegisterLayout.class)
    void everyFactOfEveryRegisterComesBackAsItWentOut(RegisterLayout layout) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            Map<String, String> values = new LinkedHashMap<>();
            layout.facts().forEach(fact -> values.put(fact.id(), example(layout, fact, outcome)));
            rows.add(values);
        }
        Map<String, String> remarks = Map.of("备注", "加急", "=经办,人", "张\n三");
        for (Form form : Form.values()) {
            assertThat(roundTrip(form, layout, rows, remarks)).allSatisfy(row -> {
                assertThat(row.findings()).isEmpty();
                assertThat(row.remarks()).isEqualTo(remarks);
            });
            assertThat(roundTrip(form, layout, rows, remarks))
                    .extracting(StatedRow::values)
                    .containsExactlyElementsOf(rows);
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void anyTextComesBackAsItWentOut(Form form) throws IOException {
        Random random = new Random(20240305);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(8); pieces >= 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String canonical = Text.canonical(text.toString());
            if (!canonical.isEmpty()) {
                rows.add(Map.of("title", canonical));
            }
        }

        assertThat(roundTrip(form, DOCUMENTS, rows, Map.of()))
                .extracting(StatedRow::values)
                .containsExactlyElementsOf(rows);
    }

    @Test
    void csvStartsWithAByteOrderMarkAndTheHeadersOfTheContract() throws IOException {
        String csv =
                new String(written(Form.CSV, REMEDIES, List.of("主审"), List.of(), Map.of()), StandardCharsets.UTF_8);

        assertThat(csv).isEqualTo("\uFEFF案件编号,程序,经过复议,登记编号,受理日期,审结日期,结果,主审\r\n");
    }

    @Test
    void codesAreWrittenInTheWordsOfTheForm() throws IOException {
        String csv = new String(
                written(
                        Form.CSV,
                        REQUESTS,
                        List.of(),
                        List.of(
                                Map.of("channel", "inPerson", "outcome", "refused.stateSecret"),
                                Map.of("outcome", "granted"),
                                Map.of("outcome", "other.other")),
                        Map.of()),
                StandardCharsets.UTF_8);

        assertThat(csv.lines().skip(1))
                .containsExactly(
                        ",,当面,,,,,,,,,,,,,,,,不予公开/属于国家秘密,,", ",,,,,,,,,,,,,,,,,,予以公开,,", ",,,,,,,,,,,,,,,,,,其他处理/其他,,");
    }

    @Test
    void formulaIsWrittenAsGuardedTextInCsv() throws IOException {
        String csv = new String(
                written(Form.CSV, DOCUMENTS, List.of(), List.of(Map.of("title", "=cmd|'/c calc'!A0")), Map.of()),
                StandardCharsets.UTF_8);

        assertThat(csv).contains(",'=cmd|'/c calc'!A0,");
    }

    @Test
    void workbookHoldsOnlyTextAndAFrozenBoldHeader() throws IOException {
        byte[] file = written(
                Form.XLSX,
                DOCUMENTS,
                List.of("=说明"),
                List.of(Map.of("title", "=1+1", "issuedOn", "2024-03-05")),
                Map.of("=说明", "-1"));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo(DOCUMENTS.title());
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("=1+1");
            sheet.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            }));
        }
    }

    @Test
    void valueWithoutAColumnIsNotLostSilently() {
        assertThatThrownBy(() -> written(Form.CSV, TALLIES, List.of(), List.of(Map.of("title", "x")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> written(Form.CSV, TALLIES, List.of(), List.of(Map.of("year", "2024")), Map.of("备注", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void furtherColumnCannotTakeTheNameOfAnother() {
        assertThatThrownBy(() -> written(Form.CSV, TALLIES, List.of("年度"), List.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<StatedRow> roundTrip(
            Form form, RegisterLayout layout, List<Map<String, String>> rows, Map<String, String> remarks)
            throws IOException {
        List<String> further = remarks.keySet().stream()
                .filter(column -> !column.equals("备注") || !layout.hasRemarkColumn())
                .toList();
        return read(bytes(folder, written(form, layout, further, rows, remarks)), layout);
    }

    private static byte[] written(
            Form form,
            RegisterLayout layout,
            List<String> further,
            List<Map<String, String>> rows,
            Map<String, String> remarks)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RegisterWriter writer = form == Form.XLSX
                ? RegisterWriter.xlsx(layout, further, out)
                : RegisterWriter.csv(layout, further, out)) {
            for (Map<String, String> row : rows) {
                writer.write(row, remarks);
            }
        }
        return form == Form.GB18030
                ? out.toString(StandardCharsets.UTF_8).substring(1).getBytes(RegisterFiles.GB18030)
                : out.toByteArray();
    }

    private static String example(RegisterLayout layout, Fact fact, Outcome outcome) {
        return switch (fact.type()) {
            case DATE -> "2024-03-05";
            case YEAR -> "2024";
            case AMOUNT -> "12.3400";
            case TEXT, SEALED -> "“甲”,\"乙\"\n" + outcome.id();
            case CODE ->
                switch (fact.id()) {
                    case "outcome" -> outcome.id();
                    case "channel" -> "email";
                    case "applicantKind" -> "otherOrganization";
                    case "procedure" -> "litigation";
                    case "afterReconsideration" -> String.valueOf(outcome.id().contains("e"));
                    case "result" -> "upheld";
                    case "category" -> "regulation";
                    case "item" -> "fees";
                    default -> throw new IllegalArgumentException(layout + "." + fact.id());
                };
        };
    }
}
