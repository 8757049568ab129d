package org.disclosureledger.application.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.application.register.TypedText;
import org.jspecify.annotations.Nullable;

/** What the usual forms of application call their lines, without white space, numbers, brackets and the word 的. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are immutable.
enum MailLabel {
    APPLICANT("姓名", "申请人姓名", "申请人", "公民姓名", "申请人名称"),
    ORGANIZATION("名称", "单位名称", "机构名称", "企业名称", "公司名称", "组织名称", "法人名称", "法人或者其他组织名称", "法人或其他组织名称", "法人/其他组织名称"),
    KIND("申请人类型", "申请人类别", "申请人性质", "申请人身份"),
    WORKPLACE("工作单位", "单位"),
    IDENTITY("证件号码", "证件号", "有效证件号码", "身份证号", "身份证号码", "身份证", "居民身份证号", "居民身份证号码", "身份证件号码", "身份证明号码"),
    CREDIT_CODE("统一社会信用代码", "社会信用代码", "信用代码", "组织机构代码", "营业执照号", "营业执照注册号"),
    LEGAL_REPRESENTATIVE("法定代表人", "法人代表", "法定代表人姓名", "法人代表姓名", "负责人", "负责人姓名"),
    CONTACT_PERSON("联系人", "联系人姓名"),
    PHONE(
            "联系电话", "电话", "电话号码", "联系电话号码", "手机", "手机号", "手机号码", "移动电话", "固定电话", "联系方式", "联系人电话", "联系人联系电话", "联系人联系方式",
            "联系人手机", "tel", "phone", "mobile"),
    MAIL_ADDRESS("电子邮箱", "邮箱", "电子邮箱地址", "邮箱地址", "电子邮件", "电子邮件地址", "联系邮箱", "联系人邮箱", "联系人电子邮箱", "e-mail", "email"),
    FAX("传真", "传真号码"),
    ADDRESS("通信地址", "通讯地址", "联系地址", "地址", "邮寄地址", "收件地址", "住址", "住所", "住所地", "家庭住址", "详细地址"),
    POSTCODE("邮政编码", "邮编"),
    AGENT("代理人", "委托代理人", "受委托人", "代理人姓名", "受托人"),
    OTHER_APPLICANTS("其他申请人", "共同申请人"),
    CONTENT(
            "所需政府信息",
            "所需信息",
            "所需政府信息内容描述",
            "所需政府信息内容",
            "所需信息内容描述",
            "所需信息内容",
            "所需政府信息描述",
            "所需信息描述",
            "内容描述",
            "信息内容描述",
            "政府信息内容描述",
            "申请内容",
            "申请公开内容",
            "申请公开信息内容",
            "申请公开信息",
            "申请公开政府信息",
            "申请公开政府信息内容",
            "申请公开政府信息内容描述",
            "申请公开事项",
            "申请事项",
            "申请信息内容",
            "申请政府信息内容",
            "信息内容",
            "政府信息内容",
            "申请获取信息内容",
            "申请信息公开内容",
            "申请公开信息内容描述"),
    /** Features of what is asked for, as art. 29(2) names them; they stand in the content with their names. */
    CONTENT_PART(
            "信息名称",
            "政府信息名称",
            "文件名称",
            "所需政府信息名称",
            "所需信息名称",
            "文号",
            "文件文号",
            "信息文号",
            "索引号",
            "信息索引号",
            "特征描述",
            "特征性描述",
            "其他特征性描述",
            "其他特征描述",
            "便于查询其他特征性描述",
            "时间范围",
            "涉及时间",
            "制作机关",
            "信息制作机关"),
    FORM(
            "提供方式",
            "指定提供方式",
            "信息指定提供方式",
            "所需信息指定提供方式",
            "所需政府信息指定提供方式",
            "提供政府信息指定方式",
            "政府信息提供方式",
            "信息提供方式",
            "载体形式",
            "形式要求",
            "信息形式",
            "获取信息形式",
            "政府信息形式要求",
            "公开形式",
            "介质"),
    WAY("获取方式", "获取信息方式", "获取政府信息方式", "获取信息指定方式", "信息获取方式", "政府信息获取方式", "送达方式", "领取方式", "所需信息获取方式"),
    ATTACHMENT("附件", "附", "附件材料", "随附材料", "身份证明材料", "附件清单"),
    /** Known lines for which the form has no field. */
    OTHER(
            "证件名称",
            "证件类型",
            "有效证件名称",
            "身份证明名称",
            "用途",
            "所需信息用途",
            "所需政府信息用途",
            "信息用途",
            "申请理由",
            "申请日期",
            "申请时间",
            "填表日期",
            "签名",
            "签字",
            "申请人签名",
            "申请人签字",
            "签章",
            "申请人签名或者盖章",
            "申请人签名或盖章",
            "受理机关",
            "被申请机关",
            "申请机关",
            "备注",
            "是否申请减免费用",
            "性别",
            "职业",
            "年龄",
            "民族");

    private static final Map<String, MailLabel> BY_WORDS = Arrays.stream(values())
            .flatMap(label -> label.words.stream().map(words -> Map.entry(words, label)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final String NOTHING = " \t\u3000\u00A0*＊·•●○◆■□☆★▲►#_";

    private final List<String> words;

    MailLabel(String... words) {
        this.words = Arrays.stream(words).toList();
    }

    /** Null when these words are the name of no line. */
    static @Nullable MailLabel named(String words) {
        String key = key(words);
        MailLabel label = BY_WORDS.get(key);
        if (label == null && key.startsWith("申请人")) {
            label = BY_WORDS.get(key.substring(3));
        }
        if (label == null && key.indexOf('/') > 0) {
            label = BY_WORDS.get(key.substring(0, key.indexOf('/')));
        }
        if (label == null && key.indexOf('或') > 0) {
            label = BY_WORDS.get(key.substring(0, key.indexOf('或')));
        }
        return label;
    }

    private static String key(String words) {
        String half = TypedText.halfWidth(words).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (c == '(' || c == '[' || c == '【') {
                depth += c == '(' ? 1 : 0;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && NOTHING.indexOf(c) < 0 && c != '的') {
                key.append(c);
            }
        }
        return unnumbered(key.toString());
    }

    private static String unnumbered(String key) {
        int from = 0;
        while (from < key.length() && "0123456789.、,-一二三四五六七八九十".indexOf(key.charAt(from)) >= 0) {
            from++;
        }
        return key.substring(from);
    }
}
