package org.disclosureledger.application.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.domain.letter.LetterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterFieldTest {

    private static List<String> documented(String prefix) throws IOException {
        return Files.readAllLines(Path.of("../docs/letters.md")).stream()
                .filter(line -> line.startsWith(prefix))
                .toList();
    }

    @Test
    void documentListsEveryFieldAsItIs() throws IOException {
        List<String> fields = Arrays.stream(LetterField.values())
                .map(f -> "| `" + f.placeholder() + "` | " + f.description() + " | " + f.requiredWords() + " | "
                        + f.optionalWords() + " | " + f.example().replace("\n", "<br>") + " |")
                .toList();

        assertThat(documented("| `{{")).isEqualTo(fields);
    }

    @Test
    void documentListsEveryLetter() throws IOException {
        List<String> kinds = Arrays.stream(LetterKind.values())
                .map(kind -> "| `" + kind.id() + "` | " + kind.label() + " |")
                .toList();

        assertThat(documented("| `"))
                .filteredOn(line -> line.matches("\\| `[a-z].*"))
                .isEqualTo(kinds);
    }

    @Test
    void documentExplainsEveryRule() throws IOException {
        assertThat(String.join("\n", documented("| `")))
                .contains(Arrays.stream(TemplateRule.values())
                        .map(rule -> "`" + rule.name() + "`")
                        .toArray(String[]::new));
    }

    @Test
    void setsOfLettersAreSaidInFewWords() {
        assertThat(LetterField.ORGAN_NAME.requiredWords()).isEqualTo("全部文书");
        assertThat(LetterField.ORGAN_NAME.optionalWords()).isEmpty();
        assertThat(LetterField.APPLICANT.requiredWords()).isEqualTo("给申请人的全部文书");
        assertThat(LetterField.REMEDIES.requiredWords()).isEqualTo("全部答复告知书");
        assertThat(LetterField.REASON.requiredWords()).isEqualTo("说明理由告知书、延迟答复告知书、除予以公开告知书以外的答复告知书");
        assertThat(LetterField.EXTENDED_TO.requiredWords()).isEqualTo("延期答复告知书、延迟答复告知书");
        assertThat(LetterField.SEPARATED.requiredWords()).isEqualTo("部分公开告知书");
    }

    @ParameterizedTest
    @EnumSource
    void fieldHasOneUseInALetterAndIsFoundByItsName(LetterField field) {
        assertThat(LetterField.named(field.id())).contains(field);
        assertThat(field.id()).matches("\\p{IsHan}{2,10}");
        assertThat(LetterKind.values()).anyMatch(field::isUsableIn);
    }

    @Test
    void remediesStandInAnswersAlone() {
        assertThat(LetterKind.values())
                .allMatch(kind -> LetterField.REMEDIES.isRequiredIn(kind) == kind.isAnswer()
                        && LetterField.REMEDIES.isUsableIn(kind) == kind.isAnswer());
    }
}
