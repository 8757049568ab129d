package org.disclosureledger.application.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.hostile.HostileFiles.Door;
import org.disclosureledger.application.hostile.HostileFiles.Hostile;
import org.disclosureledger.application.letter.LetterTemplates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever file somebody hands in: it is taken or refused with a sentence, and nothing else happens. */
@RunningService
class HostileFilesIT {

    private static final String ORGAN = "hostile";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String KIND = "receipt";
    private static final List<String> HEADERS = List.of("登记编号", "收到日期", "申请渠道", "申请人类型", "申请人", "申请内容");

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Value("${ledger.data-dir}")
    private Path data;

    @Test
    void threeHundredFilesAreTakenOrRefusedAndDoNothingElse() throws IOException {
        Service service = new Service(port);
        service.organ(ORGAN, "敌意镇人民政府");
        String caseId = service.postJson(
                        "/api/v1/organs/" + ORGAN + "/registers/requests",
                        Map.of(
                                "facts",
                                Map.of(
                                        "registrationNumber", "1",
                                        "receivedOn", "2025-03-04",
                                        "channel", "post",
                                        "applicantKind", "naturalPerson",
                                        "applicant", "张某",
                                        "content", "某事")))
                .json()
                .path("case")
                .asString();
        byte[] template = service.get("/api/v1/organs/" + ORGAN + "/letter-templates/" + KIND)
                .bytes();
        AtomicInteger calls = new AtomicInteger();
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.close();
        });
        outside.start();
        long seed = Long.getLong("ledger.seed", System.nanoTime());
        List<Hostile> files = new HostileFiles(
                        seed, "http://127.0.0.1:" + outside.getAddress().getPort(), workbook(), template)
                .all();
        assertThat(files).hasSizeGreaterThanOrEqualTo(300);
        List<Path> before = files(data);

        Map<Door, Integer> refused = new EnumMap<>(Door.class);
        List<String> faults = new ArrayList<>();
        for (Hostile file : files) {
            long head = ledger.head();
            Answer answer = handIn(service, file, caseId);
            String told = file.door() + " " + file.name() + " " + file.bytes().length + " bytes: " + answer.status();
            boolean taken = answer.status() < 300;
            if (answer.status() >= 500 || answer.status() < 200) {
                faults.add(told + " " + answer.text());
            }
            if (file.refused() && taken) {
                faults.add(told + " was taken");
            }
            if (!taken && ledger.head() > head) {
                faults.add(told + " was refused and left an event");
            }
            if (Stream.of("Exception", "org.disclosureledger", "java.", "/etc/", data.toString())
                    .anyMatch(answer.text()::contains)) {
                faults.add(told + " tells of the inside: " + answer.text());
            }
            if (!taken) {
                refused.merge(file.door(), 1, Integer::sum);
            }
        }
        System.out.printf("hostile files: %d, refused %s, -Dledger.seed=%d%n", files.size(), refused, seed);

        outside.stop(0);
        assertThat(faults).isEmpty();
        assertThat(calls).hasValue(0);
        assertThat(files(data)).containsAll(before).allMatch(p -> !p.toString().contains("hostile"));
        assertThat(Path.of("/tmp/hostile")).doesNotExist();
        Answer honest = handIn(service, new Hostile("honest.xlsx", Door.REGISTER, workbook(), false), caseId);
        assertThat(honest.status()).as(honest.text()).isEqualTo(200);
    }

    private static Answer handIn(Service service, Hostile file, String caseId) {
        String organ = "/api/v1/organs/" + ORGAN;
        return switch (file.door()) {
            case REGISTER ->
                service.post(
                        organ + "/imports/requests", file.name().endsWith(".csv") ? "text/csv" : XLSX, file.bytes());
            case TEMPLATE -> service.put(organ + "/letter-templates/" + KIND, LetterTemplates.DOCX, file.bytes());
            case ATTACHMENT ->
                service.attach(ORGAN, caseId, "application", Map.of(file.name(), file.bytes()), Map.of());
            case CALENDAR -> service.post(organ + "/calendar/import?noticedOn=2025-01-05", "text/csv", file.bytes());
        };
    }

    /** What lies in the data directory but the database. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(p -> !p.toString().contains("postgresql"))
                    .toList();
        }
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFRow headers = workbook.createSheet("台账").createRow(0);
            XSSFRow row = workbook.getSheetAt(0).createRow(1);
            List<String> cells = List.of("2", "2025-03-05", "网络", "自然人", "李某", "另一事");
            for (int i = 0; i < HEADERS.size(); i++) {
                headers.createCell(i).setCellValue(HEADERS.get(i));
                row.createCell(i).setCellValue(cells.get(i));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
