package org.disclosureledger.application.letter;

import java.util.List;
import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be wrong with a template: with the file as a whole, or with one of its fields. */
public enum TemplateRule implements Rule {
    NOT_A_DOCX("这不是 Word 文档（.docx），请上传用 Word 或 WPS 编辑、保存为 .docx 的模板"),
    LEGACY_OR_ENCRYPTED("这是旧版 .doc 或者加密的文件，请用 Word 或 WPS 打开后另存为不加密的 .docx 再上传"),
    TOO_LARGE("模板超过 %s MB 的上限，请压缩或者删去其中的图片再上传"),
    EXPANDS_TOO_FAR("文件解压后过大或者内部结构异常，不是正常的文书模板，已拒绝读取"),
    DAMAGED("文件已损坏或不完整，无法读取，请用 Word 或 WPS 打开后另存为 .docx 再上传"),
    FORBIDDEN_XML("文件内部含有文档类型声明（DOCTYPE）等正常文档没有的内容，已拒绝读取；请用 Word 或 WPS 打开后另存为 .docx"),
    MACROS("模板含有宏，请另存为不含宏的 .docx 再上传"),
    EMBEDDED_OBJECT("模板里嵌有对象或者控件（%s），请删除后再上传"),
    EXTERNAL_CONTENT("模板里有指向文件之外的内容（%s）：超链接请取消，链接的图片请改为嵌入，再上传"),
    UNKNOWN_FIELD("%s：没有名为“%s”的要素%s"),
    FIELD_OF_OTHER_LETTERS("%s：要素“%s”不能用在%s里，它只用于%s"),
    UNCLOSED_FIELD("%s：“%s”没有写完，缺少“}}”；一个要素要写在同一段里"),
    UNOPENED_FIELD("%s：“%s”前面缺少“{{”；一个要素要写在同一段里"),
    MISSING_FIELD("%s必须有要素 {{%s}}（%s），模板里没有");

    /** Stands for the field in findings that concern the file as a whole. */
    static final String FILE = "file";

    private final String sentence;

    TemplateRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return "文书模板说明";
    }

    @Override
    public String sentence() {
        return sentence;
    }

    TemplateRefused refuse(Object... details) {
        return new TemplateRefused(List.of(onField(FILE, details)));
    }
}
