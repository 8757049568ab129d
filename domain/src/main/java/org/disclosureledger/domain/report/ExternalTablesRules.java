package org.disclosureledger.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.report.ExternalTablesEvent.ExternalTablesReceived;
import org.jspecify.annotations.Nullable;

/** Tables from elsewhere come in checked, or a named person answers for what does not hold. The same file counts once. */
public final class ExternalTablesRules {

    private ExternalTablesRules() {}

    /**
     * @param last what came in last; null before the first
     * @throws CommandRejected with every check that fails and nobody answers for
     */
    public static List<ExternalTablesEvent> handle(
            ExternalTablesCommand command, @Nullable ExternalTablesReceived last) {
        return switch (command) {
            case ExternalTablesCommand.ReceiveExternalTables c -> receive(c, last);
        };
    }

    private static List<ExternalTablesEvent> receive(
            ExternalTablesCommand.ReceiveExternalTables c, @Nullable ExternalTablesReceived last) {
        if (c.publishes()) {
            throw new CommandRejected(AnnualReportRule.EXTERNAL_BESIDE_PUBLISHED.onField("file"));
        }
        boolean faulty = !c.failed().isEmpty();
        List<Finding> faults = new ArrayList<>();
        if (faulty && c.acceptedBy().isBlank()) {
            c.failed()
                    .forEach(f ->
                            faults.add(AnnualReportRule.EXTERNAL_CHECK_FAILS.onField("file", f.finding(), f.check())));
        } else if (faulty && c.reason().isBlank()) {
            faults.add(AnnualReportRule.EXTERNAL_ACCEPTED_WITHOUT_REASON.onField("reason"));
        }
        PublicationRules.rejectIfAny(faults);
        var received = new ExternalTablesReceived(
                c.tablesId(),
                c.organ(),
                c.year(),
                last == null ? 1 : last.receipt() + 1,
                c.receivedBy(),
                c.form(),
                c.figures(),
                c.fileName(),
                c.digest(),
                c.failed().stream().map(f -> f.check() + " " + f.finding()).collect(Collectors.joining("\n")),
                faulty ? c.acceptedBy() : null,
                faulty ? c.reason() : null);
        return same(received, last) ? List.of() : List.of(received);
    }

    private static boolean same(ExternalTablesReceived next, @Nullable ExternalTablesReceived last) {
        return last != null
                && next.figures().equals(last.figures())
                && next.form().equals(last.form())
                && next.failed().equals(last.failed());
    }
}
