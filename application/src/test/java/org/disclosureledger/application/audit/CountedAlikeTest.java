package org.disclosureledger.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.application.audit.PayloadCatalogue.Shape;
import org.disclosureledger.application.eventstore.EventJson;
import org.disclosureledger.application.eventstore.EventName;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Procedure;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lawsuits through several instances, requests answered again, corrections of either, and organs that chose otherwise:
 * both verifiers count them alike, and both find it when somebody recorded or chose something else.
 */
class CountedAlikeTest {

    private static final PayloadCatalogue CATALOGUE = PayloadCatalogue.shipped();
    private static final List<OrganCode> ORGANS =
            List.of(new OrganCode("one"), new OrganCode("two"), new OrganCode("three"));
    private static final long SEED = 20_261_125;

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);
    private final List<EventLine> events = new ArrayList<>();

    @BeforeEach
    void python() {
        PythonVerifier.require();
        ORGANS.forEach(organ -> and(new OrganEvent.OrganEstablished(organ, organ + "镇人民政府", null)));
        for (int number = 1; number <= 150; number++) {
            lawsuit(number);
            request(number);
        }
        chose(1, CountingChoice.EACH_INSTANCE, 2022);
        chose(1, CountingChoice.LATEST_ANSWER, 2021);
        chose(2, CountingChoice.EACH_INSTANCE, 2021);
        chose(2, CountingChoice.LATEST_ANSWER, 2023);
        chose(2, CountingChoice.ONE_CHAIN, 2024);
        chose(2, CountingChoice.EACH_INSTANCE, 2026);
    }

    private void chose(int organ, CountingChoice choice, int fromYear) {
        and(new OrganEvent.CountingRuleChosen(ORGANS.get(organ), choice.rule(), choice, choice.version(), fromYear));
    }

    private void lawsuit(int number) {
        RemedyId id = new RemedyId(new UUID(2, number));
        OrganCode organ = any(ORGANS);
        LocalDate day = day();
        and(new RemedyEvent.RemedyAccepted(
                id, organ, "C" + number, Procedure.LITIGATION, random.nextBoolean(), null, null, day));
        int instances = random.nextInt(4);
        for (int i = 0; i <= instances; i++) {
            day = day.plusDays(random.nextInt(300));
            RemedyResult result = any(List.of(RemedyResult.values()));
            if (i == 0) {
                and(new RemedyEvent.RemedyConcluded(id, organ, day, result));
            } else {
                Instance instance = any(List.of(Instance.values()));
                and(new RemedyEvent.RemedyAppealed(id, organ, instance, day, "C" + number + "-" + i, null, null));
                day = day.plusDays(random.nextInt(300));
                if (i < instances || random.nextBoolean()) {
                    and(new RemedyEvent.RemedyAppealConcluded(id, organ, day, result, "C" + number + "-" + i));
                }
            }
        }
        if (random.nextInt(3) == 0) {
            boolean date = random.nextBoolean();
            and(new RemedyEvent.RemedyFactCorrected(
                    id,
                    organ,
                    date ? "concludedOn" : "result",
                    "",
                    date ? day.plusDays(random.nextInt(200)).toString() : "other",
                    null,
                    "录入错误"));
        }
    }

    private void request(int number) {
        RequestId id = new RequestId(new UUID(1, number));
        OrganCode organ = any(ORGANS);
        LocalDate day = day();
        and(new RequestEvent.RequestReceived(
                id,
                organ,
                "R" + number,
                day,
                Channel.POST,
                any(List.of(ApplicantKind.values())),
                new SealedText("s1.name"),
                null,
                null,
                null,
                new SealedText("s1.content")));
        int answers = random.nextInt(4);
        for (int i = 0; i < answers; i++) {
            day = day.plusDays(random.nextInt(300));
            Outcome outcome = any(List.of(Outcome.values()));
            if (i == 0) {
                and(new RequestEvent.RequestDecided(id, organ, day, outcome, null));
            } else {
                and(new RequestEvent.RequestReopened(id, organ, day, ReopeningGround.JUDGMENT, null, null, null));
                and(new RequestEvent.RequestDecidedAnew(id, organ, day.plusDays(20), outcome, null));
            }
        }
        if (answers > 0 && random.nextInt(3) == 0) {
            and(new RequestEvent.RequestFactCorrected(
                    id, organ, "outcome", "", any(List.of(Outcome.values())).id(), "录入错误"));
        }
    }

    private LocalDate day() {
        return LocalDate.of(2020 + random.nextInt(5), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void and(DomainEvent event) {
        EventName name = EventNames.of(event);
        Shape shape = CATALOGUE.shape(name.name(), name.revision());
        String payload = EventJson.write(event);
        String own = StrictJson.read(payload).path(shape.own()).asString();
        events.add(new EventLine(
                1,
                new UUID(9, events.size()).toString(),
                shape.aggregateType(),
                shape.own().equals("organ") ? shape.aggregateType() + ":" + own : own,
                0,
                event.organ().value(),
                name.name(),
                name.revision(),
                "2026-01-05T01:02:03.456789Z",
                payload,
                "{}",
                "SHA-256",
                ""));
    }

    private LoosePackage packed(List<EventLine> lines) {
        LoosePackage loose = LoosePackage.blank(new UUID(0x4000, 9), Instant.parse("2026-11-25T00:00:00Z"));
        loose.rechain(lines, 1, HashAlgorithm.SHA_256);
        return loose;
    }

    private Path honest() throws IOException {
        LoosePackage loose = packed(events);
        loose.recount();
        return Files.write(directory.resolve("honest.zip"), loose.listed().zip());
    }

    @Test
    void bothCountByEveryChoice() throws IOException {
        Path honest = honest();

        assertThat(PackageVerifier.verify(honest, List.of(), List.of()).faults())
                .isEmpty();
        PythonVerifier.Run run = PythonVerifier.verify(honest, List.of());
        assertThat(run.exit()).as(run.output()).isZero();
        ObjectNode tables = LoosePackage.of(honest).json("tables/three/2024.json");
        assertThat(tables.at("/countingRules/remedy.instances/choice").asString())
                .isEqualTo("oneChain");
        assertThat(tables.at("/countingRules/request.reanswer/choice").asString())
                .isEqualTo("latestAnswer");
    }

    @Test
    void bothFindWhatWasToldOrChosenOtherwise() throws IOException {
        LoosePackage honest = LoosePackage.of(honest());
        Map<String, String[]> edits = new LinkedHashMap<>();
        edits.put("RemedyAppealed", new String[] {"appealedOn", "2026-02-03"});
        edits.put("RemedyAppealConcluded", new String[] {"endedOn", "2026-02-03"});
        edits.put("RequestDecidedAnew", new String[] {"redecidedOn", "2026-02-03"});
        edits.put("CountingRuleChosen", new String[] {"choice", "oneChain"});
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String[]> edit : edits.entrySet()) {
            LoosePackage forged = honest.copy();
            List<EventLine> lines = forged.events();
            for (int at = 0; at < lines.size(); at++) {
                EventLine line = lines.get(at);
                ObjectNode payload = (ObjectNode) StrictJson.read(line.payload());
                if (line.type().equals(edit.getKey()) && line.organ().equals("two")) {
                    payload.put(edit.getValue()[0], edit.getValue()[1]);
                    lines.set(at, Edits.of(line, "payload", payload.toString()));
                }
            }
            forged.rehash(lines);
            Path file =
                    Files.write(directory.resolve("forged.zip"), forged.listed().zip());
            boolean java = !PackageVerifier.verify(file, List.of(), List.of()).ok();
            boolean python = PythonVerifier.verify(file, List.of()).exit() == 1;
            if (!java || !python) {
                wrong.add(edit.getKey() + ": found by Java " + java + ", by Python " + python);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void choiceOfAnotherRuleOrVersionIsRefusedByBoth() throws IOException {
        LoosePackage honest = LoosePackage.of(honest());
        for (String[] edit : new String[][] {{"choice", "latestAnswer"}, {"ruleVersion", "2"}, {"ruleVersion", "0"}}) {
            LoosePackage forged = honest.copy();
            List<EventLine> lines = forged.events();
            int last = lines.size() - 1;
            ObjectNode payload = (ObjectNode) StrictJson.read(lines.get(last).payload());
            if (edit[0].equals("ruleVersion")) {
                payload.put(edit[0], Integer.parseInt(edit[1]));
            } else {
                payload.put(edit[0], edit[1]);
            }
            lines.set(last, Edits.of(lines.get(last), "payload", payload.toString()));
            forged.rehash(lines);
            Path file =
                    Files.write(directory.resolve("forged.zip"), forged.listed().zip());

            assertThat(PackageVerifier.verify(file, List.of(), List.of()).faults())
                    .anyMatch(fault -> fault.where().equals("事件 " + (last + 1)));
            PythonVerifier.Run run = PythonVerifier.verify(file, List.of());
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.output()).contains("事件 " + (last + 1) + "：没有这种计数规则");
        }
    }
}
