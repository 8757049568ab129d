package org.disclosureledger.application.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.application.register.ListWriter;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.springframework.stereotype.Component;

/** A list as a file: exactly the rows and columns that are shown, and above them what they are of. */
@Component
class ListExport {

    private static final DateTimeFormatter BEIJING =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ClockConfiguration.CHINA);

    private final RegisterLists lists;
    private final Clock clock;

    ListExport(RegisterLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** @param scratch a file that may be written to meanwhile */
    void write(
            String organ,
            String name,
            RegisterQuestion question,
            boolean workbook,
            ReadPoint at,
            Path scratch,
            OutputStream out)
            throws IOException {
        ListWriter.Top top = top(name, question, at);
        try (ListWriter writer = workbook
                ? ListWriter.xlsx(top, question.columns(), scratch, out)
                : ListWriter.csv(top, question.columns(), out)) {
            lists.each(
                    organ,
                    question,
                    at,
                    row -> writer.write(question.columns().stream()
                            .map(column -> ListedText.inFile(column, row))
                            .toList()));
        }
    }

    private ListWriter.Top top(String name, RegisterQuestion question, ReadPoint at) {
        List<RegisterQuestion.Chosen> chosen = question.chosen();
        Instant asOf = at.asOf();
        return new ListWriter.Top(
                name + question.register().title(),
                List.of(
                        "条件：" + (chosen.isEmpty() ? "全部" : words(chosen)),
                        "排序：" + question.orderWords(),
                        "时刻：" + BEIJING.format(asOf == null ? clock.instant() : asOf) + "（北京时间）已经登记的内容"));
    }

    private static String words(List<RegisterQuestion.Chosen> chosen) {
        return chosen.stream().map(RegisterQuestion.Chosen::words).collect(Collectors.joining("；"));
    }
}
