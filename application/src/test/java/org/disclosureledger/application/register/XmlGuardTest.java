package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.disclosureledger.application.register.UnreadableFile.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlGuardTest {

    private static final String MEGABYTES = "<a>".repeat(1_000_000);

    @ParameterizedTest
    @ValueSource(strings = {"<x><!--", "<x><!-->", "<x><!--->", "<x><![CDATA[", "<x><![CDATA[]>", "<x><?p "})
    void whatTheParserWouldKeepWholeIsBounded(String start) {
        assertThat(catchThrowableOfType(UnreadableFile.class, () -> pass(start + MEGABYTES))
                        .reason())
                .isEqualTo(Reason.EXPANDS_TOO_FAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x>",
                "<x><!---->",
                "<x><!-- - -- -->",
                "<x><![CDATA[]]>",
                "<x><?p ?>",
                "\uFEFF<?xml version='1.0' encoding='UTF-8' ?><x>"
            })
    void orderlyContentOfAnyLengthPasses(String start) throws IOException {
        assertThat(pass(start + MEGABYTES)).isEqualTo(start + MEGABYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x>",
                "<!-- --><!DOCTYPE x>",
                "<!----><!DOCTYPE x>",
                "<?p ?><!doctype x>",
                "<\0?xml",
                "<?xml version='1.0' encoding='utf-7'?>"
            })
    void documentTypesAndOtherEncodingsDoNotPass(String xml) {
        assertThat(catchThrowableOfType(UnreadableFile.class, () -> pass(xml)).reason())
                .isEqualTo(Reason.FORBIDDEN_XML);
    }

    private static String pass(String xml) throws IOException {
        try (XmlGuard guard = new XmlGuard(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))) {
            return new String(guard.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
