package org.disclosureledger.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.audit.Tampering.Found;
import org.disclosureledger.application.audit.Tampering.Kind;
import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.eventstore.EventName;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.statistics.PublishedTables;
import org.disclosureledger.application.statistics.RegistersOfTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The package is exported, read by both verifiers, and tampered with in every way that they must find – and agree on. */
@RunningService
@TestPropertySource(properties = "ledger.chain.algorithm=SHA-256")
class AuditPackageIT {

    private static final String ORGAN = "审计-1";
    private static final int ROUNDS = 3;

    @LocalServerPort
    private int port;

    @Value("${ledger.data-dir}")
    private Path data;

    @Autowired
    private AuditPackage audit;

    @Autowired
    private ExportAuditTool tool;

    @Autowired
    private ApplicationContext context;

    @TempDir
    private Path directory;

    private final Signer keeper = new Signer("SM2", new Random(1));
    private Path honest = Path.of("");

    @BeforeEach
    void exportOnce() throws IOException {
        honest = directory.resolve("honest.zip");
        Service service = new Service(port);
        if (service.get("/api/v1/organs/" + encoded()).status() == 404) {
            service.organ(ORGAN, "洪泽区人民政府");
            importAll(service);
            service.putJson("/api/v1/organs/" + encoded(), Map.of("name", "洪泽区人民政府办公室"));
            lawsuitThroughTwoInstances(service);
        }
        Files.createDirectories(data.resolve("keys"));
        Files.createDirectories(data.resolve("heads"));
        Files.write(data.resolve("keys/test.pub"), keeper.pem());
        Files.write(honest, download(service));
        LoosePackage loose = LoosePackage.of(honest);
        List<EventLine> events = loose.events();
        for (int at : new int[] {9, events.size() / 3, events.size() / 2, events.size() - 1}) {
            EventLine event = events.get(at);
            Files.write(
                    data.resolve("heads/head-%012d-9.json".formatted(event.number())),
                    keeper.head(loose.ledger().toString(), event));
        }
        Files.write(honest, download(service));
    }

    private static String encoded() {
        return java.net.URLEncoder.encode(ORGAN, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void lawsuitThroughTwoInstances(Service service) {
        String remedies = "/api/v1/organs/" + encoded() + "/remedies";
        Answer accepted = service.postJson(
                remedies,
                Map.of(
                        "caseNumber",
                        "二审的案件",
                        "procedure",
                        "litigation",
                        "afterReconsideration",
                        true,
                        "acceptedOn",
                        "2023-05-08"));
        String place = remedies + "/" + accepted.json().path("case").asString();
        service.postJson(place + "/conclusion", Map.of("concludedOn", "2023-12-04", "result", "upheld"));
        service.postJson(
                place + "/appeals",
                Map.of("instance", "secondInstance", "appealedOn", "2023-12-14", "instanceNumber", "终1号"));
        Answer ruled = service.postJson(place + "/rulings", Map.of("endedOn", "2024-03-04", "ruling", "corrected"));
        assertThat(ruled.status()).as(ruled.text()).isEqualTo(201);
        Answer chosen = service.putJson(
                "/api/v1/organs/" + encoded() + "/counting-rules",
                Map.of("rule", "remedy.instances", "choice", "eachInstance", "fromYear", 2023));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
    }

    private static byte[] download(Service service) {
        Answer answer = service.get("/api/v1/ledger/audit-package");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/zip");
        return answer.bytes();
    }

    private static void importAll(Service service) {
        RegistersOfTables registers = new RegistersOfTables(3, PublishedTables.read("hongze-2024"));
        Map<String, String> files = new TreeMap<>();
        files.put("requests", registers.requests());
        files.put("remedies", registers.remedies());
        files.put("documents", registers.documents());
        files.put("tallies", registers.tallies());
        files.forEach((register, csv) -> {
            Answer answer = service.importCsv(encoded(), register, csv);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        });
    }

    @Test
    void bothVerifiersAcceptAnHonestPackageInEitherAlgorithm() throws IOException {
        PythonVerifier.require();
        LoosePackage loose = LoosePackage.of(honest);
        assertThat(loose.events()).allMatch(e -> e.hashAlgorithm().equals("SHA-256"));
        assertAgreement("SHA-256", honest, List.of(), List.of(), true);
        assertAgreement("SHA-256 with witnesses", honest, keys(), List.of(data.resolve("heads")), true);

        loose.names(PackageLayout.HEADS).forEach(loose.files::remove);
        loose.rechain(loose.events(), 1, HashAlgorithm.SM3);
        loose.files.put("keys/ed.pub", new Signer("Ed25519", new Random(5)).pem());
        EventLine some = loose.events().get(20);
        loose.files.put(
                Tampering.headName(some),
                new Signer("Ed25519", new Random(5)).head(loose.ledger().toString(), some));
        Path sm3 = Files.write(directory.resolve("sm3.zip"), loose.listed().zip());
        assertAgreement("SM3", sm3, List.of(), List.of(), true);

        Path unpacked = directory.resolve("unpacked");
        loose.unpack(unpacked);
        PythonVerifier.Run run = PythonVerifier.verify(unpacked, List.of());
        assertThat(run.exit()).as(run.output()).isZero();
    }

    @Test
    void tablesInThePackageAreThoseOfTheService() {
        JsonNode service = new Service(port).tables(encoded(), 2024);
        JsonNode packaged = LoosePackage.of(honest).json("tables/" + ORGAN + "/2024.json");

        assertThat(packaged.at("/organ/name").asString()).isEqualTo("洪泽区人民政府办公室");
        for (String part : List.of("proactive", "requests", "reconsideration", "litigation", "countingRules")) {
            assertThat(packaged.path(part)).isEqualTo(service.path(part));
        }
    }

    @Test
    void formatNamesTheAggregateOfEveryFamilyOfEvents() throws ReflectiveOperationException {
        PayloadCatalogue catalogue = PayloadCatalogue.shipped();
        List<String> wrong = new ArrayList<>();
        int families = 0;
        for (String bean : context.getBeanDefinitionNames()) {
            Class<?> type = context.getType(bean);
            if (type != null && type.getSimpleName().endsWith("Wiring")) {
                AggregateType<?, ?, ?> aggregate =
                        (AggregateType<?, ?, ?>) type.getMethod("type").invoke(context.getBean(bean));
                families++;
                for (EventName name : EventNames.all()) {
                    if (aggregate.events().isAssignableFrom(name.type())
                            && !catalogue
                                    .shape(name.name(), name.revision())
                                    .aggregateType()
                                    .equals(aggregate.name())) {
                        wrong.add(name.name() + " is of " + aggregate.name());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(families).isGreaterThanOrEqualTo(6);
    }

    @Test
    void pageExplainsAndLeadsToTheDownload() {
        Answer page = new Service(port).get("/ledger/audit");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("下载审计包", "/api/v1/ledger/audit-package", "verify_ledger.py");
        assertThat(new Service(port).anonymous("/api/v1/ledger/audit-package").status())
                .isEqualTo(401);
    }

    @Test
    void toolWritesThePackageThatTheServiceGives() {
        PythonVerifier.require();
        Path out = directory.resolve("tool.zip");

        assertThat(tool.run(List.of("--out", out.toString()))).isZero();

        LoosePackage downloaded = LoosePackage.of(honest);
        LoosePackage written = LoosePackage.of(out);
        assertThat(written.files.keySet()).isEqualTo(downloaded.files.keySet());
        List<EventLine> events = written.events();
        int before = downloaded.events().size();
        assertThat(events.subList(0, before)).isEqualTo(downloaded.events());
        // The record of a download may be in it already or follow it.
        assertThat(events.subList(before, events.size()))
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(event ->
                        assertThat(event.payload()).contains("\"account\":\"admin\",\"export\":\"auditPackage\""));
        assertThat(events).anyMatch(event -> event.type().equals("DataExported"));
        assertAgreement("written by the tool", out, List.of(), List.of(), true);
        assertThat(tool.run(List.of("--out", directory.resolve("missing/x.zip").toString())))
                .isEqualTo(2);
        assertThat(tool.run(List.of())).isEqualTo(2);
        assertThat(audit.head()).isEqualTo(events.size());
    }

    @Test
    void bothVerifiersFindWhatIsTamperedWithAndAgree() throws IOException {
        PythonVerifier.require();
        long seed = 20_260_105;
        LoosePackage loose = LoosePackage.of(honest);
        Path outside = Files.createDirectories(directory.resolve("outside"));
        for (String name : loose.names(PackageLayout.HEADS)) {
            Files.write(outside.resolve(name.substring(PackageLayout.HEADS.length())), loose.bytes(name));
        }
        Random random = new Random(seed);
        Tampering tampering = new Tampering(keeper, new Signer("Ed25519", new Random(2)));
        List<String> wrong = new ArrayList<>();
        TreeSet<String> undetected = new TreeSet<>();
        int packages = 0;
        for (Kind kind : tampering.kinds()) {
            for (int round = 0; round < ROUNDS; round++) {
                boolean witnessed = round == 1;
                Path file = Files.write(
                        directory.resolve("tampered.zip"), kind.act().upon(loose.copy(), random));
                boolean expected = kind.found() == Found.ALWAYS || (kind.found() == Found.WITH_WITNESS && witnessed);
                boolean found = found(
                        kind + ", round " + round,
                        file,
                        witnessed ? keys() : List.of(),
                        witnessed ? List.of(outside) : List.of(),
                        wrong);
                packages++;
                if (!found) {
                    undetected.add(kind + (witnessed ? " (with witness)" : ""));
                }
                if (found != expected) {
                    wrong.add(kind + ", round " + round + ": found " + found + ", expected " + expected);
                }
            }
        }
        System.out.printf(
                "tampered packages: seed %d, %d kinds, %d packages, not to be found and not found: %s%n",
                seed, tampering.kinds().size(), packages, undetected);
        assertThat(wrong).isEmpty();
        assertThat(packages).isGreaterThanOrEqualTo(200);
    }

    /** Whatever keys the service has signed with, and the test's own. */
    private List<Path> keys() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            return files.filter(f -> f.toString().endsWith(".pub")).sorted().toList();
        }
    }

    private void assertAgreement(String what, Path file, List<Path> keys, List<Path> heads, boolean good) {
        List<String> wrong = new ArrayList<>();
        boolean found = found(what, file, keys, heads, wrong);
        assertThat(wrong).isEmpty();
        assertThat(found).as(what).isEqualTo(!good);
    }

    private static boolean found(String what, Path file, List<Path> keys, List<Path> heads, List<String> wrong) {
        List<String> options = new ArrayList<>();
        keys.forEach(key -> options.addAll(List.of("--key", key.toString())));
        heads.forEach(directory -> options.addAll(List.of("--heads", directory.toString())));
        PythonVerifier.Run python = PythonVerifier.verify(file, options);
        PackageReport java;
        try {
            java = PackageVerifier.verify(file, keys, heads);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (python.exit() != (java.ok() ? 0 : 1) || python.output().contains("Traceback")) {
            wrong.add(what + ": python says " + python.exit() + " " + python.output() + ", java says " + java.faults());
        }
        return python.exit() != 0;
    }
}
