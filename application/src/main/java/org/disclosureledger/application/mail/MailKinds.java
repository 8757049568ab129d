package org.disclosureledger.application.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.request.ApplicantKind;
import org.jspecify.annotations.Nullable;

/** Which kind of applicant somebody probably is; what is not plain is left to the clerk. */
final class MailKinds {

    private static final Map<ApplicantKind, List<String>> ENDINGS = endings();
    private static final Map<String, ApplicantKind> CODES = Map.of(
            "91", ApplicantKind.COMMERCIAL_ENTERPRISE,
            "92", ApplicantKind.COMMERCIAL_ENTERPRISE,
            "93", ApplicantKind.COMMERCIAL_ENTERPRISE,
            "31", ApplicantKind.LEGAL_SERVICE_ORGANIZATION,
            "53", ApplicantKind.PUBLIC_INTEREST_ORGANIZATION);

    private MailKinds() {}

    private static Map<ApplicantKind, List<String>> endings() {
        Map<ApplicantKind, List<String>> endings = new LinkedHashMap<>();
        endings.put(ApplicantKind.LEGAL_SERVICE_ORGANIZATION, List.of("律师事务所", "法律服务所", "公证处"));
        endings.put(ApplicantKind.RESEARCH_INSTITUTION, List.of("大学", "学院", "研究院", "研究所", "科学院"));
        endings.put(ApplicantKind.PUBLIC_INTEREST_ORGANIZATION, List.of("基金会", "慈善总会", "慈善会", "公益服务中心", "志愿者协会"));
        endings.put(ApplicantKind.COMMERCIAL_ENTERPRISE, List.of("公司", "企业", "厂", "合作社", "商行", "经营部", "工作室", "超市"));
        return endings;
    }

    /**
     * @param told what the applicant calls the kind
     * @param code credit code; its first two signs say which authority registered the organization, and as what
     * @param organized whether lines for organizations were filled in
     * @param identified whether the number of a person's document is given
     * @return the identifier of an {@link ApplicantKind}, empty when none is plain
     */
    static String of(String told, String applicant, String code, boolean organized, boolean identified) {
        ApplicantKind kind = named(told);
        if (kind == null) {
            kind = ending(applicant);
        }
        if (kind == null && code.length() > 1) {
            kind = CODES.get(code.substring(0, 2));
        }
        if (kind == null && identified && !organized) {
            kind = ApplicantKind.NATURAL_PERSON;
        }
        return kind == null ? "" : kind.id();
    }

    private static @Nullable ApplicantKind named(String told) {
        if (told.contains("公民") || told.contains("个人")) {
            return ApplicantKind.NATURAL_PERSON;
        }
        for (ApplicantKind kind : ApplicantKind.values()) {
            if (kind != ApplicantKind.OTHER_ORGANIZATION && told.contains(kind.label())) {
                return kind;
            }
        }
        return null;
    }

    private static @Nullable ApplicantKind ending(String applicant) {
        for (Map.Entry<ApplicantKind, List<String>> of : ENDINGS.entrySet()) {
            if (of.getValue().stream().anyMatch(applicant::endsWith)) {
                return of.getKey();
            }
        }
        return null;
    }
}
