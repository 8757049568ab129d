package org.disclosureledger.domain.request;

import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.RequestExamples.row;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.people.Account;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.RemedyId;
import org.jspecify.annotations.Nullable;

/** Commands on the request R1 as tests tell them, recorded on a day after all of them. */
final class Steps {

    static final LocalDate TODAY = LocalDate.of(2027, 12, 31);
    static final RemedyId C1 = new RemedyId(new UUID(2, 1));
    static final SealedText TEXT = new SealedText("sealed-text");

    private Steps() {}

    static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    static RequestCommand.RecordRequest register(Facts row) {
        return new RequestCommand.RecordRequest(R1, TOWN, new Entry(row, false, null, TODAY, Entry.Source.IMPORTED));
    }

    static RequestCommand.RecordRequest correct(RequestFact fact, String value) {
        Entry entry = new Entry(Facts.none().with(fact, value), true, "录入错误", TODAY, Entry.Source.TYPED);
        return new RequestCommand.RecordRequest(R1, TOWN, entry);
    }

    static RequestCommand.RecordRequest received(String on) {
        return register(row().with(RequestFact.RECEIVED_ON, on));
    }

    static RequestStep.AskForCorrection askForCorrection(String on, @Nullable String due) {
        return new RequestStep.AskForCorrection(R1, TOWN, TODAY, on(on), due == null ? null : on(due), TEXT);
    }

    static RequestStep.TakeInCorrection takeInCorrection(String on) {
        return new RequestStep.TakeInCorrection(R1, TOWN, TODAY, on(on));
    }

    static RequestStep.ExtendAnswerPeriod extend(String on, int days) {
        return new RequestStep.ExtendAnswerPeriod(R1, TOWN, TODAY, on(on), days, "张主任", TEXT);
    }

    static RequestStep.ConsultThirdParty consultThirdParty(String on) {
        return new RequestStep.ConsultThirdParty(R1, TOWN, TODAY, on(on), TEXT);
    }

    static RequestStep.ConsultOrgan consultOrgan(String on) {
        return new RequestStep.ConsultOrgan(R1, TOWN, TODAY, on(on), "县水利局");
    }

    static RequestStep.TakeInOpinion takeInOpinion(String on, int consultation, Opinion opinion) {
        return new RequestStep.TakeInOpinion(R1, TOWN, TODAY, on(on), consultation, opinion);
    }

    static RequestStep.NotifyFee notifyFee(String on, int pages) {
        return new RequestStep.NotifyFee(R1, TOWN, TODAY, on(on), FeeBasis.PER_PAGE, pages, 0);
    }

    static RequestStep.TakeInPayment takeInPayment(String on, String fee) {
        return new RequestStep.TakeInPayment(R1, TOWN, TODAY, on(on), new BigDecimal(fee));
    }

    static RequestStep.AskForReasons askForReasons(String on) {
        return new RequestStep.AskForReasons(R1, TOWN, TODAY, on(on));
    }

    static RequestStep.TakeInReasons takeInReasons(String on, boolean reasonable) {
        return new RequestStep.TakeInReasons(R1, TOWN, TODAY, on(on), reasonable);
    }

    static RequestStep.FixLaterDate fixLaterDate(String on, String due) {
        return new RequestStep.FixLaterDate(R1, TOWN, TODAY, on(on), on(due));
    }

    static RequestStep.Decide decide(String on, Outcome outcome, AnswerContent content) {
        return new RequestStep.Decide(R1, TOWN, TODAY, on(on), outcome, "公开答〔2024〕1号", content);
    }

    /** With all that any result has to say. */
    static RequestStep.Decide decide(String on, Outcome outcome) {
        return decide(on, outcome, complete(outcome));
    }

    static RequestStep.DecideAnew decideAnew(String on, Outcome outcome) {
        return new RequestStep.DecideAnew(R1, TOWN, TODAY, on(on), outcome, "公开答〔2024〕2号", complete(outcome));
    }

    static RequestStep.DeliverAnswer deliver(String on) {
        return new RequestStep.DeliverAnswer(R1, TOWN, TODAY, on(on), DeliveryMethod.SIGNED_POST);
    }

    static RequestStep.Reopen reopen(String on, @Nullable String due) {
        return new RequestStep.Reopen(
                R1, TOWN, TODAY, on(on), ReopeningGround.JUDGMENT, C1, due == null ? null : on(due), null);
    }

    static RequestStep.IssueLetter issueLetter(String on, String number) {
        return new RequestStep.IssueLetter(R1, TOWN, TODAY, on(on), "extension", number, "aa", "bb");
    }

    static RequestStep.DeliverLetter deliverLetter(String on, String number) {
        return new RequestStep.DeliverLetter(R1, TOWN, TODAY, on(on), number, DeliveryMethod.EMAIL);
    }

    static RequestStep.AddAttachments addAttachments(String... digests) {
        return new RequestStep.AddAttachments(
                R1,
                TOWN,
                TODAY,
                AttachmentKind.APPLICATION,
                Arrays.stream(digests)
                        .map(d -> new RequestStep.AttachedFile(TEXT, "application/pdf", 1_000, d))
                        .toList());
    }

    static RequestStep.WithdrawAttachment withdrawAttachment(int attachment) {
        return new RequestStep.WithdrawAttachment(R1, TOWN, TODAY, attachment, TEXT);
    }

    static RequestStep.NoteDeadlineMoved noteDeadlineMoved(String previous) {
        return new RequestStep.NoteDeadlineMoved(R1, TOWN, TODAY, on(previous), "国办发明电〔2020〕1号");
    }

    static RequestStep.AssignHandler assign(String login, Role... roles) {
        Set<Account.Held> held =
                Arrays.stream(roles).map(r -> new Account.Held(TOWN, r)).collect(Collectors.toSet());
        return assign(login, new Account.Opened(TOWN, login, false, false, held, null), null);
    }

    static RequestStep.AssignHandler assign(String login, Account account, @Nullable SealedText reason) {
        return new RequestStep.AssignHandler(R1, TOWN, TODAY, account(login), account, reason);
    }

    static AccountId account(String login) {
        return new AccountId(UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)));
    }

    static RequestStep.ReleaseHandler release(@Nullable SealedText reason) {
        return new RequestStep.ReleaseHandler(R1, TOWN, TODAY, reason);
    }

    static RequestStep.ProposeStep propose(RequestStep step, String by) {
        return new RequestStep.ProposeStep(R1, TOWN, TODAY, step, by);
    }

    static RequestStep.ApproveProposal approve(int proposal, String by) {
        return new RequestStep.ApproveProposal(R1, TOWN, TODAY, proposal, by);
    }

    static RequestStep.ReturnProposal giveBack(int proposal, @Nullable SealedText reason, String by) {
        return new RequestStep.ReturnProposal(R1, TOWN, TODAY, proposal, reason, by);
    }

    static RequestStep.WithdrawProposal withdraw(int proposal, String by) {
        return new RequestStep.WithdrawProposal(R1, TOWN, TODAY, proposal, by);
    }

    static AnswerContent complete(Outcome outcome) {
        return new AnswerContent(
                null,
                TEXT,
                "县自然资源局",
                "0379-0000000",
                TEXT,
                TEXT,
                outcome == Outcome.OTHER_OTHER ? EndReason.WITHDRAWN : null,
                null);
    }
}
