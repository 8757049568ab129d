package org.disclosureledger.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The canonical bytes are for ever: these hashes were computed by another program from their description. */
class ChainTest {

    private static final UUID LEDGER = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static EventRow row(long number, HashAlgorithm algorithm) {
        return new EventRow(
                number,
                UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
                "organ",
                "organ:410308-cg",
                0,
                "410308-cg",
                "OrganEstablished",
                1,
                Instant.parse("2026-01-05T01:02:03.456789Z"),
                "{\"name\":\"城关镇人民政府\"}",
                "{\"by\":\"admin\"}",
                algorithm);
    }

    @Test
    void hashesAreThoseOfTheDescription() {
        Chain chain = new Chain(Chain.genesis(LEDGER));

        assertThat(HexFormat.of().formatHex(Chain.genesis(LEDGER)))
                .isEqualTo("109df513acb648a8688b3114729d9c917905d0c74fe3d705a8c92c4e48725c7f");
        assertThat(HexFormat.of().formatHex(chain.next(row(1, HashAlgorithm.SM3))))
                .isEqualTo("ffab3c49d4c956c8f0dcb1a4e5f13753b9a16c54b1c650ca4736b20243853816");
        assertThat(HexFormat.of().formatHex(chain.next(row(2, HashAlgorithm.SHA_256))))
                .isEqualTo("9c945bb4ad6e2edd3e1dd95643223d04315c49e48468d467c9e064017b207400");
    }

    /** GB/T 32905-2016, example 1. */
    @Test
    void sm3IsThatOfTheStandard() {
        assertThat(HexFormat.of().formatHex(HashAlgorithm.SM3.digest().digest(new byte[] {'a', 'b', 'c'})))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }
}
