package org.disclosureledger.application.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.application.attachment.SampleFiles.compound;
import static org.disclosureledger.application.attachment.SampleFiles.starting;
import static org.disclosureledger.application.attachment.SampleFiles.text;
import static org.disclosureledger.application.attachment.SampleFiles.zip;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is what its bytes say. */
class FileContentTest {

    private static final Map<AttachmentType, byte[]> EACH = Map.ofEntries(
            Map.entry(AttachmentType.PDF, text("%PDF-1.7\n%…")),
            Map.entry(AttachmentType.JPEG, starting(0xFF, 0xD8, 0xFF, 0xE0)),
            Map.entry(AttachmentType.PNG, starting(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')),
            Map.entry(AttachmentType.TIFF, starting('M', 'M', 0, 0x2A)),
            Map.entry(AttachmentType.WORD, compound("1Table", "WordDocument")),
            Map.entry(AttachmentType.WORD_XML, SampleFiles.docx()),
            Map.entry(AttachmentType.EXCEL, compound("Workbook")),
            Map.entry(AttachmentType.EXCEL_XML, SampleFiles.xlsx()),
            Map.entry(AttachmentType.OFD, zip("OFD.xml", "Doc_0/Document.xml")),
            Map.entry(AttachmentType.MAIL, SampleFiles.mail()),
            Map.entry(AttachmentType.OUTLOOK, compound("__properties_version1.0", "_VBA_PROJECT")),
            Map.entry(AttachmentType.TEXT, text("申请公开：\r\n\t施工合同")),
            Map.entry(AttachmentType.ZIP, zip("扫描件/1.jpg")));

    @ParameterizedTest
    @EnumSource
    void everyTypeIsToldByItsContent(AttachmentType type) {
        FileContent content = FileContent.of(EACH.getOrDefault(type, new byte[0]));

        assertThat(content.objection()).isNull();
        assertThat(content.type()).isEqualTo(type);
        assertThat(AttachmentType.of(type.mediaType())).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], AttachmentRule.EMPTY),
                Arguments.of("Windows", starting('M', 'Z', 0x90, 0), AttachmentRule.PROGRAM),
                Arguments.of("Linux", starting(0x7F, 'E', 'L', 'F'), AttachmentRule.PROGRAM),
                Arguments.of("macOS", starting(0xCF, 0xFA, 0xED, 0xFE), AttachmentRule.PROGRAM),
                Arguments.of("class", starting(0xCA, 0xFE, 0xBA, 0xBE), AttachmentRule.PROGRAM),
                Arguments.of("script", text("#!/bin/sh\nrm -rf /\n"), AttachmentRule.PROGRAM),
                Arguments.of("jar", zip("META-INF/MANIFEST.MF", "A.class"), AttachmentRule.PROGRAM),
                Arguments.of("app", zip("AndroidManifest.xml", "classes.dex"), AttachmentRule.PROGRAM),
                Arguments.of(
                        "docm",
                        zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                        AttachmentRule.PROGRAM),
                Arguments.of("doc with macros", compound("WordDocument", "Macros"), AttachmentRule.PROGRAM),
                Arguments.of("xls with macros", compound("Workbook", "_VBA_PROJECT_CUR"), AttachmentRule.PROGRAM),
                Arguments.of("page", text("\n <!DOCTYPE HTML><p>x"), AttachmentRule.WEB_PAGE),
                Arguments.of("script in a text", text("说明\n<ScRiPt src='x'>"), AttachmentRule.WEB_PAGE),
                Arguments.of("drawing", text("<?xml version='1.0'?><svg/>"), AttachmentRule.WEB_PAGE),
                Arguments.of("page in UTF-16", SampleFiles.text("\uFEFF<html>", "UTF-16LE"), AttachmentRule.WEB_PAGE),
                Arguments.of("presentation", zip("[Content_Types].xml", "ppt/x.xml"), AttachmentRule.UNKNOWN_CONTENT),
                Arguments.of("installer", compound("Binary.x", "Property"), AttachmentRule.UNKNOWN_CONTENT),
                Arguments.of("sound", starting('I', 'D', '3', 4), AttachmentRule.UNKNOWN_CONTENT),
                Arguments.of("half an archive", half(zip("a.txt")), AttachmentRule.UNKNOWN_CONTENT),
                Arguments.of(
                        "half a compound file",
                        starting(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
                        AttachmentRule.UNKNOWN_CONTENT),
                Arguments.of("bytes", starting(0xC3, 0x28, 0xA0), AttachmentRule.UNKNOWN_CONTENT));
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, byte[] content, AttachmentRule objection) {
        FileContent told = FileContent.of(content);

        assertThat(told.objection()).as(name).isEqualTo(objection);
        assertThat(told.type()).as(name).isNull();
    }

    @Test
    void textsMayBeInWhatOfficesWriteThemIn() {
        for (String charset : new String[] {"UTF-8", "GB18030", "UTF-16"}) {
            assertThat(FileContent.of(SampleFiles.text("申请公开某某村的“三资”清单", charset))
                            .type())
                    .as(charset)
                    .isEqualTo(AttachmentType.TEXT);
        }
        assertThat(FileContent.of(text("From: 张三\n今天收到")).type()).isEqualTo(AttachmentType.TEXT);
    }

    /** Whatever comes in, there is an answer. */
    @Test
    void damagedFilesAreToldOrRefused() {
        Random random = new Random(20250303);
        for (byte[] sample : EACH.values()) {
            for (int i = 0; i < 200; i++) {
                byte[] damaged = Arrays.copyOf(sample, 1 + random.nextInt(sample.length));
                for (int hit = 0; hit < 4; hit++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                FileContent told = FileContent.of(damaged);
                assertThat(told.type() == null).isEqualTo(told.objection() != null);
            }
        }
    }

    @Test
    void nameThatPromisesSomethingElseIsGivenTheEndingOfTheType() {
        assertThat(AttachmentType.PDF.fileName("申请书.PDF")).isEqualTo("申请书.PDF");
        assertThat(AttachmentType.PDF.fileName("申请书.exe")).isEqualTo("申请书.exe.pdf");
        assertThat(AttachmentType.WORD.fileName("申请书.wps")).isEqualTo("申请书.wps");
        assertThat(AttachmentType.TEXT.fileName("删除.bat")).isEqualTo("删除.bat.txt");
        assertThat(AttachmentType.JPEG.fileName("a/b:\"c\"")).isEqualTo("a_b__c_.jpg");
        assertThat(AttachmentType.accepted())
                .startsWith(".pdf,.jpg,.jpeg,")
                .contains(",.ofd,")
                .endsWith(",.zip");
    }
}
