package org.disclosureledger.application.web.receipt;

import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.letter.CaseLetters;
import org.disclosureledger.application.letter.TemplateRefused;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.people.Right;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The receipt of a request on a page that a browser can print: the words of the letter, nothing of its own. */
@Controller
@Requires(Right.READ_IDENTITY)
@Shows(ReadingPurpose.LETTER)
@RequestMapping("/organs/{code}/requests/{caseId}/receipt")
class PrintedReceiptPages {

    private final Organs organs;
    private final CaseLetters letters;

    PrintedReceiptPages(Organs organs, CaseLetters letters) {
        this.organs = organs;
        this.letters = letters;
    }

    @GetMapping
    String print(@PathVariable("code") String organ, @PathVariable String caseId, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("caseId", caseId);
        try {
            model.addAttribute("letter", letters.printed(organ, caseId, LetterKind.RECEIPT));
        } catch (CommandRejected | TemplateRefused e) {
            throw new Problem(HttpStatus.CONFLICT, "letter-incomplete", "不能打印回执", String.valueOf(e.getMessage()));
        }
        return "receipt-print";
    }
}
