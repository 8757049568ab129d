package org.disclosureledger.domain.request;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** Kind of applicant, as the form divides them (table 三); no official definition of the kinds exists. */
public enum ApplicantKind implements Coded {
    NATURAL_PERSON("naturalPerson", "自然人"),
    COMMERCIAL_ENTERPRISE("commercialEnterprise", "商业企业"),
    RESEARCH_INSTITUTION("researchInstitution", "科研机构"),
    PUBLIC_INTEREST_ORGANIZATION("publicInterestOrganization", "社会公益组织"),
    LEGAL_SERVICE_ORGANIZATION("legalServiceOrganization", "法律服务机构"),
    OTHER_ORGANIZATION("otherOrganization", "其他");

    private static final Map<String, ApplicantKind> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ApplicantKind::id, v -> v));

    private final String id;
    private final String label;

    ApplicantKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static ApplicantKind of(String id) {
        ApplicantKind found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown ApplicantKind: " + id);
        }
        return found;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }
}
