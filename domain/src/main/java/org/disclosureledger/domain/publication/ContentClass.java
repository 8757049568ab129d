package org.disclosureledger.domain.publication;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** What published information is about: the items of art. 20 in their own words, the matters of art. 21, and the rest. */
public enum ContentClass implements Coded {
    REGULATIONS_AND_DOCUMENTS("regulationsAndDocuments", "第二十条第（一）项", "法规和规范性文件", "行政法规、规章和规范性文件"),
    ORGAN_AND_FUNCTIONS("organAndFunctions", "第二十条第（二）项", "机关职能和机构设置", "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名"),
    PLANS("plans", "第二十条第（三）项", "发展规划", "国民经济和社会发展规划、专项规划、区域规划及相关政策"),
    STATISTICS("statistics", "第二十条第（四）项", "统计信息", "国民经济和社会发展统计信息"),
    LICENSING_AND_SERVICES("licensingAndServices", "第二十条第（五）项", "行政许可和管理服务事项", "办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果"),
    PENALTIES_AND_COMPULSION(
            "penaltiesAndCompulsion", "第二十条第（六）项", "行政处罚和行政强制", "实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定"),
    BUDGETS("budgets", "第二十条第（七）项", "财政预算决算", "财政预算、决算信息"),
    CHARGES("charges", "第二十条第（八）项", "行政事业性收费", "行政事业性收费项目及其依据、标准"),
    PROCUREMENT("procurement", "第二十条第（九）项", "政府集中采购", "政府集中采购项目的目录、标准及实施情况"),
    MAJOR_PROJECTS("majorProjects", "第二十条第（十）项", "重大建设项目", "重大建设项目的批准和实施情况"),
    LIVELIHOOD("livelihood", "第二十条第（十一）项", "民生保障", "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况"),
    EMERGENCIES("emergencies", "第二十条第（十二）项", "突发公共事件", "突发公共事件的应急预案、预警信息及应对情况"),
    INSPECTIONS("inspections", "第二十条第（十三）项", "监督检查", "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况"),
    RECRUITMENT("recruitment", "第二十条第（十四）项", "公务员招考", "公务员招考的职位、名额、报考条件等事项以及录用结果"),
    REQUIRED_BY_OTHER_RULES("requiredByOtherRules", "第二十条第（十五）项", "其他规定要求公开的信息", "法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息"),
    LOCAL_MATTERS(
            "localMatters",
            "第二十一条",
            "城乡建设、征收和农业农村等事项",
            "市政建设、公共服务、公益事业、土地征收、房屋征收、治安管理、社会救助，贯彻落实农业农村政策、农田水利工程建设运营、" + "农村土地承包经营权流转、宅基地使用情况审核、筹资筹劳等方面的政府信息"),
    OTHER("other", "第十九条", "其他", "其他涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的政府信息");

    private static final Map<String, ContentClass> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ContentClass::id, v -> v));

    private final String id;
    private final String article;
    private final String label;
    private final String words;

    ContentClass(String id, String article, String label, String words) {
        this.id = id;
        this.article = article;
        this.label = label;
        this.words = words;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static ContentClass of(String id) {
        ContentClass found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown ContentClass: " + id);
        }
        return found;
    }

    @Override
    public String id() {
        return id;
    }

    /** A short name for lists and sentences; the Regulation has none, so this one is ours. */
    @Override
    public String label() {
        return label;
    }

    /** The article of the Regulation that names it. */
    public String article() {
        return article;
    }

    /** What the article says. */
    public String words() {
        return words;
    }
}
