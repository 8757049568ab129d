package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.security.Endpoints.Endpoint;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.domain.publication.PublicationStepKind;
import org.disclosureledger.domain.request.StepKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what: every address, every role, in one's own organ, in another one and in one that is not there. The table
 * in docs/access.md is what people agreed on; the running service must answer so. Renew the file with
 * {@code -Dledger.access=write}, and read what has changed.
 */
@RunningService
class AccessMatrixIT {

    private static final String OWN = "matrix-own";
    private static final String OTHER = "matrix-other";
    private static final String NOWHERE = "matrix-nowhere";
    private static final Path FILE = Path.of("../docs/access.md");
    private static final String BEGIN = "<!-- 以下由 AccessMatrixIT 核对 -->";

    /** What they do would be in the way of other tests: who may is believed, who may not is tried. */
    private static final Set<String> BELIEVED = Set.of(
            "POST /example",
            "POST /ledger/rebuild",
            "POST /api/v1/ledger/rebuilds",
            "POST /ledger/verify",
            "POST /api/v1/ledger/verifications");

    @LocalServerPort
    int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private enum Verdict {
        ALLOWED,
        NO_RIGHT,
        NO_ORGAN
    }

    private static Verdict verdict(Endpoint endpoint, Answer answer) {
        String text = answer.text();
        if (answer.status() == 403) {
            assertThat(text).as(endpoint.toString()).contains("没有这项权限");
            return Verdict.NO_RIGHT;
        }
        return answer.status() == 404 && text.contains("没有代码为") ? Verdict.NO_ORGAN : Verdict.ALLOWED;
    }

    private static Answer call(Endpoint endpoint, String organ, Service who) {
        String path = endpoint.filled(variable -> switch (variable) {
            case "organ", "code" -> organ;
            case "year" -> "2024";
            case "version", "number" -> "1";
            case "caseId", "importId", "id", "publicationId", "rebuildId", "verificationId" ->
                "00000000-0000-8000-8000-000000000000";
            case "register" -> "requests";
            case "format" -> "docx";
            case "step" -> endpoint.path().contains("publications") ? "review" : "askForCorrection";
            default -> "x";
        });
        String type = endpoint.consumes().isEmpty()
                ? (endpoint.method().equals("GET") ? "" : endpoint.isApi() ? "application/json" : "")
                : endpoint.consumes().startsWith("multipart") ? "multipart/form-data; boundary=x" : endpoint.consumes();
        byte[] body = endpoint.consumes().startsWith("multipart")
                ? "--x--\r\n".getBytes(StandardCharsets.US_ASCII)
                : new byte[0];
        return who.call(endpoint.method(), path, type, body);
    }

    private static String cell(Endpoint endpoint, Service who) {
        Verdict own = verdict(endpoint, call(endpoint, OWN, who));
        if (!endpoint.ofOrgan()) {
            return own == Verdict.ALLOWED ? "全部" : "";
        }
        Verdict other = verdict(endpoint, call(endpoint, OTHER, who));
        Verdict nowhere = verdict(endpoint, call(endpoint, NOWHERE, who));
        if (other == Verdict.ALLOWED) {
            return "全部";
        }
        assertThat(other).as(endpoint + ": an organ that is not one's own").isEqualTo(nowhere);
        assertThat(own == Verdict.ALLOWED || other == Verdict.NO_ORGAN || own == Verdict.NO_ORGAN)
                .isTrue();
        return own == Verdict.ALLOWED ? "本机关" : "";
    }

    private static boolean believed(Endpoint endpoint, String who) {
        Right[] rights = AccessInterceptor.rights(endpoint.handler());
        return BELIEVED.contains(endpoint.toString())
                && rights != null
                && (who.equals("admin")
                        || Arrays.stream(Role.values())
                                .filter(role -> role.label().equals(who))
                                .anyMatch(role -> Arrays.stream(rights)
                                        .anyMatch(r ->
                                                r.everywhere() && role.rights().contains(r))));
    }

    private static Map<String, Service> everybody(Service admin) {
        Staff staff = new Staff(admin);
        Map<String, Service> everybody = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            everybody.put(role.label(), staff.hire(OWN, "matrix." + role.id().toLowerCase(Locale.ROOT), role));
        }
        everybody.put("admin", admin);
        return everybody;
    }

    @Test
    void everyCellIsAsAgreed() throws IOException {
        Service admin = new Service(port);
        admin.organ(OWN, "矩阵镇人民政府");
        admin.organ(OTHER, "别的镇人民政府");
        Map<String, Service> everybody = everybody(admin);
        List<String> lines = new ArrayList<>();
        lines.add("| 地址 | " + String.join(" | ", everybody.keySet()) + " |");
        lines.add("|---|" + "---|".repeat(everybody.size()));
        for (Endpoint endpoint : Endpoints.of(requestMappingHandlerMapping)) {
            if (endpoint.handler().hasMethodAnnotation(OpenToAll.class)) {
                continue;
            }
            lines.add("| `" + endpoint + "` | "
                    + everybody.entrySet().stream()
                            .map(who -> believed(endpoint, who.getKey()) ? "全部" : cell(endpoint, who.getValue()))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        String text = Files.readString(FILE);
        String head = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String fresh = head + "\n\n" + String.join("\n", lines) + "\n";
        if ("write".equals(System.getProperty("ledger.access"))) {
            Files.writeString(FILE, fresh);
        }
        SoftAssertions.assertSoftly(all -> {
            List<String> agreed = text.substring(text.indexOf(BEGIN))
                    .lines()
                    .filter(l -> l.startsWith("| "))
                    .toList();
            List<String> found = lines.stream().filter(l -> l.startsWith("| ")).toList();
            all.assertThat(found).containsExactlyElementsOf(agreed);
        });
        System.out.printf(
                "access matrix: %d addresses, %d kinds of people, own, other and unknown organ%n",
                lines.size() - 2, everybody.size());
    }

    @Test
    void everyMethodSaysWhoMayCallIt() {
        assertThat(Endpoints.of(requestMappingHandlerMapping))
                .hasSizeGreaterThan(200)
                .allSatisfy(e -> assertThat(e.handler().hasMethodAnnotation(OpenToAll.class)
                                || AccessInterceptor.rights(e.handler()) != null)
                        .as(e.toString())
                        .isTrue());
    }

    /** A right over one organ is asked where an organ is named, and only there. */
    @Test
    void rightsOfOrgansAreAskedWhereAnOrganIsNamed() {
        for (Endpoint endpoint : Endpoints.of(requestMappingHandlerMapping)) {
            Right[] rights = AccessInterceptor.rights(endpoint.handler());
            if (rights != null && endpoint.ofOrgan()) {
                assertThat(Arrays.stream(rights).noneMatch(Right::everywhere))
                        .as(endpoint.toString())
                        .isTrue();
            }
        }
    }

    /** One address serves several steps: what each asks for, its kind says, on pages as in the API. */
    @Test
    void eachStepAsksForTheRightOfItsKind() {
        Service admin = new Service(port);
        String organ = "matrix-steps";
        admin.organ(organ, "分步镇人民政府");
        Staff staff = new Staff(admin);
        String nobody = "00000000-0000-8000-8000-000000000000";
        for (Role role : List.of(Role.CLERK, Role.HANDLER, Role.APPROVER, Role.AUDITOR)) {
            Service who = staff.hire(organ, "steps." + role.id(), role);
            for (StepKind kind : StepKind.values()) {
                String page = "/organs/" + organ + "/requests/" + nobody + "/steps/" + kind.id();
                boolean may = role.rights().contains(kind.right());
                assertThat(who.get(page).status()).as(role + " " + page).isEqualTo(may ? 404 : 403);
                assertThat(who.call("POST", page, "", new byte[0]).status())
                        .as(role + " " + page)
                        .isEqualTo(may ? 404 : 403);
            }
            for (PublicationStepKind kind : PublicationStepKind.values()) {
                String page = "/organs/" + organ + "/publications/" + nobody + "/steps/" + kind.id();
                assertThat(who.call("POST", page, "", new byte[0]).status())
                        .as(role + " " + page)
                        .isEqualTo(role.rights().contains(kind.right()) ? 404 : 403);
            }
        }
        Map<String, Right> asked = new LinkedHashMap<>();
        for (StepKind kind : StepKind.values()) {
            asked.put("/requests/{caseId}/steps/" + kind.id(), kind.right());
        }
        for (PublicationStepKind kind : PublicationStepKind.values()) {
            asked.put("/publications/{publicationId}/" + kind.id(), kind.right());
        }
        asked.forEach((path, right) -> assertThat(Endpoints.of(requestMappingHandlerMapping))
                .filteredOn(e -> e.path().equals("/api/v1/organs/{organ}" + path))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(AccessInterceptor.rights(e.handler()))
                        .as(e.toString())
                        .containsExactly(right)));
    }
}
