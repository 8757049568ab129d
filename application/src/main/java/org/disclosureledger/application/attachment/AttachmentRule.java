package org.disclosureledger.application.attachment;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/**
 * What keeps a file from becoming an attachment. Files are named by their place among those that were handed in: their
 * names may name persons.
 */
public enum AttachmentRule implements Rule {
    NOTHING_CHOSEN("请选择要添加的文件"),
    TOO_MANY("一次最多添加 %s 个文件，请分几次添加"),
    EMPTY("第 %s 个文件是空的，没有内容"),
    TOO_LARGE("第 %s 个文件超过 20 MB，请压缩或者拆分后添加"),
    PROGRAM("第 %s 个文件是程序或者含有宏，不能作为附件；请另存为 PDF 或者不含宏的文件"),
    WEB_PAGE("第 %s 个文件是网页，不能作为附件；请打印成 PDF 后添加"),
    UNKNOWN_CONTENT("第 %s 个文件的内容不是可以添加的种类（PDF、JPEG、PNG、TIFF、Word、Excel、WPS、OFD、电子邮件、文本、ZIP），或者已经损坏");

    private final String sentence;

    AttachmentRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return "附件的种类和大小";
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
