package org.disclosureledger.application.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as clerks paste them, in {@code mails/}: what each proposes, and what is left over, stands beside it. */
class PastedMailTest {

    private static final Path MAILS = Path.of("src", "test", "resources", "mails");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static PastedMail read(String text) {
        return PastedMail.read(text, CHINA);
    }

    static List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(MAILS)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String mail(String name) throws IOException {
        return Files.readString(MAILS.resolve(name + ".txt"));
    }

    private static List<String> lines(PastedMail mail) {
        List<String> lines = new ArrayList<>();
        mail.proposals().forEach((field, value) -> lines.add(field + "=" + value.replace("\n", "\\n")));
        mail.unread().forEach(line -> lines.add("unread=" + line));
        return lines;
    }

    @ParameterizedTest
    @MethodSource("mails")
    void mailProposesWhatStandsBesideIt(String name) throws IOException {
        assertThat(lines(read(mail(name)))).isEqualTo(Files.readAllLines(MAILS.resolve(name + ".expected")));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void endsOfLinesAndSpacesThatNobodySeesChangeNothing(String name) throws IOException {
        String text = mail(name);

        assertThat(read(text.replace("\n", "\r\n"))).isEqualTo(read(text));
        assertThat(read("\uFEFF" + text.replace("\n", "\u200B\n"))).isEqualTo(read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells-on-lines-of-their-own", "numbered-full-width", "nothing-filled-in", "two-ways"})
    void whatSomebodyWroteIsProposedOrGivenBack(String name) throws IOException {
        PastedMail mail = read(mail(name));
        String told = Stream.concat(mail.proposals().values().stream(), mail.unread().stream())
                .collect(Collectors.joining("\n"));

        List<String> written = MailText.lines(mail(name)).stream()
                .flatMap(line -> Stream.of(line.split("[：:；\\t\u3000＞】]")))
                .map(String::strip)
                .filter(part -> part.length() > 2 && part.chars().anyMatch(Character::isLetterOrDigit))
                .filter(part -> MailLabel.named(part) == null)
                .filter(part -> MailForms.of(List.of(part), List.of()).isEmpty())
                .toList();

        assertThat(written).isNotEmpty().allMatch(told::contains);
    }

    @Test
    void dayOfReceiptIsNeverProposed() throws IOException {
        for (String name : mails()) {
            assertThat(read(mail(name)).proposals()).as(name).doesNotContainKeys("receivedOn", "registrationNumber");
        }
    }

    @Test
    void emptyMailProposesNothing() {
        assertThat(read(" \n\t\n\u3000").proposals()).isEmpty();
    }

    @Test
    void longerThanAMailIsNotRead() {
        assertThat(read("长".repeat(PastedMail.LONGEST)).proposals()).containsKey("content");
        assertThatIllegalArgumentException().isThrownBy(() -> read("长".repeat(PastedMail.LONGEST + 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "姓名：",
                "姓名 ",
                "发件人：\n",
                "<div",
                "<div ",
                "&nbsp;",
                "> ",
                "申请内容：\n",
                ": ",
                "----转发\n",
                "□☑",
                "\t",
                "2025-3-",
                "@",
                "（",
                "主题：转发\n发件人：a@b.cn\n\n",
                "一、",
                "Received: x\n\t"
            })
    void whatIsRepeatedUpToTheLimitIsReadAtOnce(String part) {
        String text = part.repeat(PastedMail.LONGEST / part.length());

        Assertions.assertTimeout(Duration.ofSeconds(10), () -> read(text));
    }

    @Test
    void noiseIsReadWithoutFailing() throws IOException {
        Random random = new Random(20250305);
        List<String> mails = new ArrayList<>();
        for (String name : mails()) {
            mails.add(mail(name));
        }
        for (int i = 0; i < 2_000; i++) {
            String first = mails.get(random.nextInt(mails.size()));
            String second = mails.get(random.nextInt(mails.size()));
            String mixed =
                    first.substring(random.nextInt(first.length())) + second.substring(random.nextInt(second.length()));
            assertThatNoException().as(mixed).isThrownBy(() -> read(mixed));
        }
    }
}
