package org.disclosureledger.application.web.letter;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.letter.LetterField;
import org.disclosureledger.application.letter.LetterTemplates;
import org.disclosureledger.application.letter.TemplateRefused;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters of an organ: which template is in force, another one in its place, and what can stand in it. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/letter-templates")
public class LetterTemplatePages {

    private final Organs organs;
    private final LetterTemplates templates;

    public LetterTemplatePages(Organs organs, LetterTemplates templates) {
        this.organs = organs;
        this.templates = templates;
    }

    @GetMapping
    String list(@PathVariable("code") String organ, @RequestParam(defaultValue = "") String kind, Model model) {
        return page(organ, kind, List.of(), model);
    }

    @PostMapping
    @Requires(Right.SET_UP)
    String replace(
            @PathVariable("code") String organ,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Principal user,
            Model model,
            RedirectAttributes next)
            throws IOException {
        organs.require(organ);
        List<Fault> faults = new ArrayList<>();
        if (kind.isEmpty()) {
            faults.add(new Fault("kind", "请选择要替换哪种文书的模板"));
        }
        if (file == null || file.isEmpty()) {
            faults.add(new Fault("file", "请选择模板文件；文件不能是空的"));
        }
        if (file == null || !faults.isEmpty()) {
            return page(organ, kind, faults, model);
        }
        LetterKind letter = LetterTemplates.kind(kind);
        try (InputStream in = file.getInputStream()) {
            templates.replace(organ, letter, LetterTemplates.read(in), file.getOriginalFilename(), user.getName());
        } catch (TemplateRefused e) {
            e.findings().forEach(finding -> faults.add(new Fault("file", finding.sentence())));
            return page(organ, kind, faults, model);
        }
        next.addFlashAttribute("done", "已替换：" + letter.label() + "。以后出具的文书用新的模板。");
        return back(organ);
    }

    @PostMapping("/{kind}/default")
    @Requires(Right.SET_UP)
    String restore(
            @PathVariable("code") String organ, @PathVariable String kind, Principal user, RedirectAttributes next) {
        organs.require(organ);
        LetterKind letter = LetterTemplates.kind(kind);
        templates.restore(organ, letter, user.getName());
        next.addFlashAttribute("done", "已恢复默认模板：" + letter.label() + "。");
        return back(organ);
    }

    private String page(String organ, String kind, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("templates", templates.all(organ));
        model.addAttribute("fields", LetterField.values());
        model.addAttribute("kind", kind);
        model.addAttribute("faults", faults);
        return "letter-templates";
    }

    private static String back(String organ) {
        return "redirect:/organs/" + Organs.inPath(organ) + "/letter-templates";
    }
}
