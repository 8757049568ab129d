package client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.AuditPackageApi;
import org.openapitools.client.api.HeadApi;
import org.openapitools.client.api.ParkedEventApi;
import org.openapitools.client.api.ReadingApi;
import org.openapitools.client.api.VerificationApi;
import org.openapitools.client.model.HeadReply;
import org.openapitools.client.model.SignedHeadReply;
import org.openapitools.client.model.VerificationJob;
import org.openapitools.client.model.VerificationReply;

/** Another system keeps signed heads, starts a verification and fetches the audit package. */
public final class LedgerProofs {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HeadApi heads;
    private final VerificationApi verifications;
    private final ParkedEventApi parked;
    private final AuditPackageApi audits;
    private final ReadingApi readings;

    private LedgerProofs(Connection connection) {
        heads = new HeadApi(connection.client());
        verifications = new VerificationApi(connection.client());
        parked = new ParkedEventApi(connection.client());
        audits = new AuditPackageApi(connection.client());
        readings = new ReadingApi(connection.client());
    }

    public static void main(String[] arguments) throws Exception {
        LedgerProofs program = new LedgerProofs(new Connection(arguments));
        program.keepsHeads();
        program.startsAVerification();
        program.looksForParkedEvents();
        program.fetchesTheAuditPackage();
        program.findsItselfInTheReadTrail();
    }

    private void keepsHeads() throws Exception {
        HeadReply head = heads.openHead();

        SignedHeadReply signed = heads.signHead();

        assertThat(signed.getLedger()).isEqualTo(head.getLedger());
        assertThat(signed.getNumber()).isGreaterThanOrEqualTo(head.getNumber());
        assertThat(heads.listHeads(1).getHeads()).containsExactly(signed);
        assertThat(heads.downloadPublicKey()).content().contains("PUBLIC KEY");
    }

    private void startsAVerification() throws Exception {
        ApiResponse<Void> begun = verifications.beginVerificationWithHttpInfo();
        assertThat(begun.getStatusCode()).isEqualTo(202);
        assertThat(begun.getHeaders()).containsKey("location");

        VerificationReply verified = verifications.openVerification(
                verifications.listVerifications().get(0).getVerificationId());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (verified.getStatus() == VerificationReply.StatusEnum.RUNNING && System.nanoTime() < deadline) {
            verified = verifications.openVerification(verified.getVerificationId());
        }

        assertThat(verified.getFinishedAt()).isAfterOrEqualTo(verified.getStartedAt());
        assertThat(verified.getReport()).containsKeys("ok", "checks", "events");
        assertThat(verifications.listVerifications())
                .first()
                .extracting(VerificationJob::getVerificationId)
                .isEqualTo(verified.getVerificationId());
    }

    private void looksForParkedEvents() throws Exception {
        assertThat(parked.listParkedEvents(0, 10).getTotal()).isNotNegative();
        assertThat(parked.retryParkedEvents().getRemaining()).isNotNegative();
    }

    private void fetchesTheAuditPackage() throws Exception {
        try (ZipFile audit = new ZipFile(audits.downloadAuditPackage())) {
            List<String> names = audit.stream().map(entry -> entry.getName()).toList();
            assertThat(names).contains("FORMAT.md", "verify_ledger.py");
        }
    }

    private void findsItselfInTheReadTrail() throws Exception {
        assertThat(readings.listReadings(null, "admin", null, null, null, null).getReadings())
                .allSatisfy(reading -> assertThat(reading.getAccount()).isEqualTo("admin"))
                .isNotEmpty();
    }
}
