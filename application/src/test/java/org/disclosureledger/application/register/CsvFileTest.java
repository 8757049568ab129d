package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.disclosureledger.application.register.RegisterFiles.GB18030;
import static org.disclosureledger.application.register.RegisterFiles.bytes;
import static org.disclosureledger.application.register.RegisterFiles.csv;
import static org.disclosureledger.application.register.RegisterFiles.read;
import static org.disclosureledger.application.register.RegisterFiles.refusal;
import static org.disclosureledger.application.register.RegisterLayout.DOCUMENTS;
import static org.disclosureledger.application.register.RegisterLayout.REQUESTS;
import static org.disclosureledger.application.register.RegisterLayout.TALLIES;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.register.UnreadableFile.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final String TALLY = "年度,事项,数量\r\n2024,行政许可,12\r\n";
    private static final Map<String, String> TALLY_VALUES = Map.of("year", "2024", "item", "licences", "amount", "12");

    @TempDir
    Path folder;

    @Nested
    class Encodings {

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
        void chineseEncodingsAreRecognisedWithoutBeingDeclared(String charset) {
            Path file = bytes(folder, TALLY.getBytes(Charset.forName(charset)));

            assertThat(read(file, TALLIES)).extracting(StatedRow::values).containsExactly(TALLY_VALUES);
        }

        @Test
        void byteOrderMarkIsNotPartOfTheFirstHeader() {
            assertThat(read(csv(folder, "\uFEFF" + TALLY), TALLIES))
                    .extracting(StatedRow::values)
                    .containsExactly(TALLY_VALUES);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/csv; charset=Big5", "text/csv;charset=\"big5\"; header=present"})
        void declaredCharsetIsHonoured(String contentType) {
            String text = "年度,事項\n";
            Path file = bytes(folder, text.getBytes(Charset.forName("Big5")));

            assertThatThrownBy(() -> RegisterFile.open(file, contentType).read(TALLIES, row -> {}))
                    .hasMessageContaining("事項");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/csv;charset=ISO-8859-1",
                    "text/csv;charset=GBK",
                    "text/csv;charset=no-such",
                    "text/csv;charset=?"
                })
        void wronglyDeclaredCharsetDoesNotGarbleTheFile(String contentType) {
            List<StatedRow> rows = new ArrayList<>();

            RegisterFile.open(csv(folder, TALLY), contentType).read(TALLIES, rows::add);

            assertThat(rows).extracting(StatedRow::values).containsExactly(TALLY_VALUES);
        }

        @Test
        void fourByteCharactersOfGb18030AreRead() {
            Path file = bytes(folder, "类别,文号,标题,制发日期\n规章,1,𠮷㐀龴,2024-03-05\n".getBytes(GB18030));

            assertThat(read(file, DOCUMENTS).getFirst().values()).containsEntry("title", "𠮷㐀龴");
        }

        @Test
        void bytesOfNoEncodingAreRefused() throws IOException {
            ByteArrayOutputStream mixed = new ByteArrayOutputStream();
            mixed.write(TALLY.getBytes(StandardCharsets.UTF_8));
            mixed.write(new byte[] {(byte) 0xFF, (byte) 0xFF, ','});

            assertThat(refusal(bytes(folder, mixed.toByteArray()), TALLIES))
                    .hasMessageContaining("编码")
                    .extracting(UnreadableFile::reason)
                    .isEqualTo(Reason.ENCODING);
        }

        @Test
        void fileCutInTheMiddleOfACharacterIsRefused() {
            byte[] whole = "\uFEFF年度,事项,数量\n2024,许".getBytes(StandardCharsets.UTF_8);

            assertThat(refusal(bytes(folder, Arrays.copyOf(whole, whole.length - 1)), TALLIES)
                            .reason())
                    .isEqualTo(Reason.ENCODING);
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE"})
        void utf16IsRefusedWithTheWayToSaveProperly(String charset) {
            String text = charset.equals("UTF-16LE") ? "\uFEFF" + TALLY : TALLY;

            assertThat(refusal(bytes(folder, text.getBytes(Charset.forName(charset))), TALLIES))
                    .hasMessageContaining("CSV UTF-8")
                    .extracting(UnreadableFile::reason)
                    .isEqualTo(Reason.ENCODING);
        }

        @ParameterizedTest
        @EnumSource(RegisterLayout.class)
        void noHeaderInGb18030CanBeMistakenForUtf8(RegisterLayout layout) {
            layout.facts()
                    .forEach(fact -> assertThat(new String(fact.label().getBytes(GB18030), StandardCharsets.UTF_8))
                            .contains("\uFFFD"));
        }
    }

    @Nested
    class Separators {

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t"})
        void separatorIsToldByTheHeader(String separator) {
            Path file = csv(folder, TALLY.replace(",", separator));

            assertThat(read(file, TALLIES)).extracting(StatedRow::values).containsExactly(TALLY_VALUES);
        }

        @Test
        void quotedFieldsKeepSeparatorsQuotesAndLineBreaks() {
            Path file = csv(folder, "类别,文号,标题,制发日期\n规章,\"甲,乙\",\"他说\"\"好\"\"\r\n第二行\",2024-03-05\n");

            assertThat(read(file, DOCUMENTS).getFirst().values())
                    .containsEntry("documentNumber", "甲,乙")
                    .containsEntry("title", "他说\"好\"\n第二行");
        }

        @Test
        void quoteThatIsNeverClosedIsRefusedWithItsRow() {
            UnreadableFile refusal = refusal(csv(folder, TALLY + "2023,\"行政许可,3\n2022,行政许可,4\n"), TALLIES);

            assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_CSV);
            assertThat(refusal.row()).isEqualTo(3);
        }

        @Test
        void hugeFieldIsRefusedWithoutBeingKept() {
            assertThat(refusal(csv(folder, TALLY + "2023,\"" + "长".repeat(400_000) + "\",3\n"), TALLIES)
                            .reason())
                    .isEqualTo(Reason.MALFORMED_CSV);
        }
    }

    @Nested
    class Rows {

        @Test
        void numbersAreThoseThatExcelShows() {
            Path file = csv(folder, "年度,事项,数量\n\n2024,\"行政\n许可\",1\n,,\n \u3000,,\n2023,行政许可,2");

            assertThat(read(file, TALLIES)).extracting(StatedRow::number).containsExactly(3, 6);
        }

        @Test
        void shortRowLeavesTheRestEmpty() {
            StatedRow row = read(csv(folder, "年度,事项,数量\n2024"), TALLIES).getFirst();

            assertThat(row.values()).containsOnly(Map.entry("year", "2024"));
            assertThat(row.isFaulty()).isFalse();
        }

        @Test
        void emptyCellsBeyondTheHeaderDoNotMatterButFilledOnesDo() {
            List<StatedRow> rows = read(csv(folder, "年度,事项,数量\n2024,行政许可,1,,\n2023,行政许可,1,,秘密\n"), TALLIES);

            assertThat(rows.get(0).findings()).isEmpty();
            assertThat(rows.get(1).findings()).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo(FileRule.CELL_WITHOUT_HEADER.name());
                assertThat(finding.sentence()).contains("第5列").doesNotContain("秘密");
            });
        }

        @Test
        void furtherColumnsAreKeptAsRemarks() {
            String header = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,备注,经办 人,经办 人\n";
            StatedRow row = read(csv(folder, header + "1,2024-03-05,网络,自然人,甲,乙,丙,丁,戊\n"), REQUESTS)
                    .getFirst();

            assertThat(row.remarks())
                    .containsExactly(Map.entry("备注", "丙"), Map.entry("经办 人", "丁"), Map.entry("经办 人（2）", "戊"));
        }

        @Test
        void guardBeforeAFormulaIsTakenOffAgain() {
            StatedRow row = read(csv(folder, "年度,事项,数量,'=说明\n2024,行政许可,1,'=cmd|x\n"), TALLIES)
                    .getFirst();

            assertThat(row.remarks()).containsExactly(Map.entry("=说明", "=cmd|x"));
        }

        @Test
        void failureOfTheReceiverIsNotBlamedOnTheFile() {
            RegisterFile file = RegisterFile.open(csv(folder, TALLY), null);

            assertThatThrownBy(() -> file.read(TALLIES, row -> {
                        throw new IllegalStateException("mine");
                    }))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("mine");
        }

        @Test
        void fileCanBeReadTwice() {
            RegisterFile file = RegisterFile.open(csv(folder, TALLY), null);

            assertThat(file.read(TALLIES, row -> {})).isEqualTo(1);
            assertThat(file.read(TALLIES, row -> {})).isEqualTo(1);
        }

        @Test
        void rowDoesNotShowWhatItSays() {
            assertThat(read(csv(folder, TALLY), TALLIES).getFirst().toString()).doesNotContain("2024", "licences");
        }

        @Test
        void tooManyRowsAreRefused() {
            String rows = "\n".repeat(RawRow.MOST_ROWS) + "2024,行政许可,1\n";

            assertThat(refusal(csv(folder, "年度,事项,数量\n" + rows), TALLIES).reason())
                    .isEqualTo(Reason.TOO_MANY_ROWS);
        }

        @Test
        void tooManyColumnsAreRefused() {
            Path file = csv(folder, "年度,事项,数量" + ",".repeat(RawRow.MOST_COLUMNS - 2) + "x\n");

            assertThat(refusal(file, TALLIES)).satisfies(refusal -> {
                assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY_COLUMNS);
                assertThat(refusal.column()).isEqualTo(RawRow.MOST_COLUMNS + 1);
            });
        }

        @Test
        void tooLongCellIsRefusedWithItsPlace() {
            Path file = csv(folder, TALLY + "2023," + "长".repeat(RawRow.LONGEST_CELL + 1));

            assertThat(refusal(file, TALLIES)).satisfies(refusal -> {
                assertThat(refusal.reason()).isEqualTo(Reason.CELL_TOO_LONG);
                assertThat(refusal.row()).isEqualTo(3);
                assertThat(refusal.column()).isEqualTo(2);
            });
        }
    }
}
