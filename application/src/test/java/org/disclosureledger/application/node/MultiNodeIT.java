package org.disclosureledger.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A node that starts leaves alone what living nodes are doing, and ends what dead ones left. */
@RunningService
class MultiNodeIT {

    @LocalServerPort
    private int port;

    @Autowired
    private EmbeddedDatabase database;

    @Autowired
    private Node node;

    @Autowired
    private JdbcTemplate template;

    @Value("${ledger.data-dir}")
    private Path data;

    private UUID runningImport(int onNode) {
        UUID id = UUID.randomUUID();
        template.update(
                "insert into import_job (import_id, organ, register, file_name, sha256, dry_run, corrections, submitted_by,"
                        + " submitted_at, node, status) values (?, 'multi-node', 'requests', '文件.csv', 'x', false, false,"
                        + " 'admin', ?, ?, 'RUNNING')",
                id,
                Timestamp.from(Instant.parse("2026-01-05T00:00:00Z")),
                onNode);
        return id;
    }

    @Test
    void importsOfLivingNodesGoOnAndThoseOfDeadOnesEnd() throws Exception {
        new Service(port).organ("multi-node", "多点县人民政府");
        UUID living = runningImport(node.number());
        UUID dead = runningImport(1_000_000);
        try (SecondNode second = SecondNode.beside(database, data)) {
            String path = "/api/v1/organs/multi-node/imports/";
            Service service = second.service();

            assertThat(service.get(path + living).json().get("state").asString())
                    .isEqualTo("running");
            assertThat(service.get(path + dead).json().get("state").asString()).isEqualTo("failed");
        } finally {
            template.update("delete from import_job where organ = 'multi-node'");
        }
    }

    /** The database went between the entry into the book and the answer to it, or before the end could be entered. */
    @Test
    void importThatItsOwnNodeIsNoMoreAtWorkOnEndsAndCanBeRepeated() {
        Service service = new Service(port);
        service.organ("abandoned", "中断县人民政府");
        String csv = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n1,2025-04-01,网络,自然人,张某,某内容\n";
        Map<String, String> key = Map.of("Idempotency-Key", "abandoned-1");
        JsonNode first = service.importCsv("abandoned", "requests", csv, key).json();
        template.update("update import_job set status = 'RUNNING', finished_at = null where organ = 'abandoned'");

        Service.Answer again = service.importCsv("abandoned", "requests", csv, key);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("state").asString()).isEqualTo("recorded");
        assertThat(again.json().get("importId")).isEqualTo(first.get("importId"));
        assertThat(again.json().get("unchanged").asInt()).isOne();
    }
}
