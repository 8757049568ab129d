package org.disclosureledger.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.disclosureledger.domain.register.SealedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private static final CaseKey KEY = new CaseKey("case-1", new byte[32]);

    @Test
    void sealedTextOpensAndShowsNothing() {
        SealedText sealed = KEY.seal("applicant", "欧阳某某");

        assertThat(KEY.open("applicant", sealed.value())).isEqualTo("欧阳某某");
        assertThat(sealed.value()).startsWith("s1.").doesNotContain("欧阳");
    }

    @Test
    void sameTextInTheSameFieldSealsToTheSame() {
        assertThat(KEY.seal("applicant", "张某")).isEqualTo(KEY.seal("applicant", "张某"));
        assertThat(KEY.seal("applicant", "张某")).isNotEqualTo(KEY.seal("applicant", "李某"));
        assertThat(KEY.seal("applicant", "张某")).isNotEqualTo(KEY.seal("contact", "张某"));
        assertThat(KEY.seal("applicant", "张某"))
                .isNotEqualTo(new CaseKey("case-2", new byte[32]).seal("applicant", "张某"));
    }

    @Test
    void sealIsBoundToCaseFieldAndBytes() {
        String sealed = KEY.seal("applicant", "张某").value();
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(3));
        bytes[bytes.length - 1] ^= 1;
        String altered = "s1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThatThrownBy(() -> KEY.open("contact", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new CaseKey("case-2", new byte[32]).open("applicant", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> KEY.open("applicant", altered)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bytesAreSealedAsTextsAre() {
        byte[] plain = {0, 1, (byte) 0xFF, 'P'};
        byte[] sealed = KEY.sealBytes("attachment", plain);
        byte[] altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThat(KEY.openBytes("attachment", sealed)).isEqualTo(plain);
        assertThat(sealed).isEqualTo(KEY.sealBytes("attachment", plain)).doesNotContain(plain);
        assertThatThrownBy(() -> KEY.openBytes("letter", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> KEY.openBytes("attachment", altered)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> KEY.openBytes("attachment", new byte[] {1})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void identifiersAreStableAndDependOnEveryPart() {
        Identifiers identifiers = new Identifiers(new byte[32]);
        UUID id = identifiers.of("requests", "town", "R1");

        assertThat(identifiers.of("requests", "town", "R1")).isEqualTo(id);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(identifiers.of("remedies", "town", "R1")).isNotEqualTo(id);
        assertThat(identifiers.of("requests", "townR", "1")).isNotEqualTo(id);
        assertThat(new Identifiers(new byte[] {1}).of("requests", "town", "R1")).isNotEqualTo(id);
    }

    @Test
    void masterKeyIsMadeOnceAndKept(@TempDir Path directory) throws IOException {
        MasterKey made = MasterKey.load(null, directory);

        assertThat(MasterKey.load("", directory).bytes()).isEqualTo(made.bytes());
        assertThat(Files.getPosixFilePermissions(directory.resolve("keys/master.key")))
                .hasSize(2);
        assertThat(made).hasToString("MasterKey");
    }

    @Test
    void keyThatIsNoKeyIsRefusedInWords(@TempDir Path directory) {
        assertThatThrownBy(() -> MasterKey.load("c2hvcnQ=", directory))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LEDGER_MASTER_KEY");
    }
}
