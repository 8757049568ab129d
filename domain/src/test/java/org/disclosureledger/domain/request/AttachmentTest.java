package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.TEXT;
import static org.disclosureledger.domain.request.Steps.addAttachments;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.withdrawAttachment;

import org.junit.jupiter.api.Test;

/** Files of a case: numbered in their order, each once, withdrawn and added again. */
class AttachmentTest {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static RequestEvent.AttachmentAdded added(int number, String digest) {
        return new RequestEvent.AttachmentAdded(
                R1, TOWN, number, AttachmentKind.APPLICATION, TEXT, "application/pdf", 1_000, digest);
    }

    @Test
    void filesAreNumberedOverAllSteps() {
        request()
                .and(addAttachments("a"))
                .when(addAttachments("b", "c"))
                .then(added(2, "b"), added(3, "c"))
                .thenAccepted();
    }

    @Test
    void sameFileIsAddedOnceAlsoWithinOneStep() {
        Scenario.Told told = request().and(addAttachments("a")).when(addAttachments("b", "a", "b"));

        told.then(added(2, "b"))
                .thenRemarked(RequestRule.ATTACHMENT_ALREADY_THERE, RequestRule.ATTACHMENT_ALREADY_THERE);
        assertThat(told.judgement().findings())
                .extracting(f -> f.fact() + " " + f.sentence())
                .containsExactly("files 第 2 个文件与本案件的附件 1 完全相同，没有重复添加", "files 第 3 个文件与本案件的附件 2 完全相同，没有重复添加");
    }

    @Test
    void withdrawnNumberIsNotGivenAgain() {
        Scenario withdrawn = request().and(addAttachments("a", "b"));

        withdrawn.when(withdrawAttachment(1)).then(new RequestEvent.AttachmentWithdrawn(R1, TOWN, 1, TEXT));
        withdrawn
                .and(withdrawAttachment(1))
                .when(addAttachments("a", "b"))
                .then(added(3, "a"))
                .thenRemarked(RequestRule.ATTACHMENT_ALREADY_THERE);
        withdrawn.when(withdrawAttachment(3)).thenRejected(RequestRule.NO_SUCH_ATTACHMENT);
    }

    /** A proof of delivery comes after the answer; nothing that counts or runs is changed by it. */
    @Test
    void answeredCaseTakesFilesAndIsOtherwiseAsItWas() {
        Scenario answered = request().and(decide("2024-03-20", Outcome.GRANTED));
        Scenario with = answered.and(addAttachments("a"), withdrawAttachment(1));

        assertThat(with.request().course()).isEqualTo(answered.request().course());
        assertThat(with.request().facts()).isEqualTo(answered.request().facts());
        assertThat(with.request().attachments()).containsExactly(new Request.Attachment(1, "a", true));
    }
}
