package org.disclosureledger.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.disclosureledger.domain.register.SealedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealingTest {

    private static final CaseKey KEY = new CaseKey("case-1", new byte[32], SealingCipher.AES_256);

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
                .isNotEqualTo(new CaseKey("case-2", new byte[32], SealingCipher.AES_256).seal("applicant", "张某"));
    }

    @Test
    void sealIsBoundToCaseFieldAndBytes() {
        String sealed = KEY.seal("applicant", "张某").value();
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(3));
        bytes[bytes.length - 1] ^= 1;
        String altered = "s1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThatThrownBy(() -> KEY.open("contact", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new CaseKey("case-2", new byte[32], SealingCipher.AES_256).open("applicant", sealed))
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

    /** The test vector of RFC 8998 A.1 for AEAD_SM4_GCM. */
    @Test
    void sm4IsThatOfTheStandard() throws GeneralSecurityException {
        HexFormat hex = HexFormat.of();
        byte[] key = hex.parseHex("0123456789abcdeffedcba9876543210");
        byte[] nonce = hex.parseHex("00001234567800000000abcd");
        byte[] boundTo = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] plain = hex.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        String sealed = "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec";

        byte[] encrypted = SealingCipher.SM4.encrypt(key, nonce, boundTo, plain);
        assertThat(hex.formatHex(encrypted)).isEqualTo(hex.formatHex(nonce) + sealed);
        assertThat(SealingCipher.SM4.decrypt(key, boundTo, encrypted)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void everyCipherBindsToCaseAndFieldAndTellsItself(SealingCipher cipher) {
        CaseKey key = new CaseKey("case-1", new byte[32], cipher);
        String sealed = key.seal("applicant", "张某").value();

        assertThat(sealed)
                .startsWith(cipher.prefix())
                .isEqualTo(key.seal("applicant", "张某").value());
        assertThat(CaseKey.isSealed(sealed)).isTrue();
        assertThat(key.open("applicant", sealed)).isEqualTo("张某");
        assertThat(key.openBytes("file", key.sealBytes("file", new byte[] {1, 2})))
                .containsExactly(1, 2);
        assertThatThrownBy(() -> key.open("contact", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new CaseKey("case-2", new byte[32], cipher).open("applicant", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThat(SealingCipher.of(cipher.label())).isEqualTo(cipher);
    }

    @Test
    void whatIsKeptBackOpensNothingAndSaysWhy() {
        String sealed = KEY.seal("applicant", "张某").value();

        assertThat(KEY.withheld().open("applicant", sealed)).isEqualTo("（无权查看）");
        assertThat(KEY.restricted().open("applicant", sealed)).isEqualTo("（已限制处理）");
        assertThat(KEY.instead()).isNull();
        assertThatThrownBy(() -> KEY.restricted().openBytes("file", KEY.sealBytes("file", new byte[] {1})))
                .isInstanceOf(IllegalStateException.class);
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
        MasterKey made = LocalKeyring.load(null, null, directory).first();

        assertThat(LocalKeyring.load("", "", directory).first().bytes()).isEqualTo(made.bytes());
        assertThat(Files.getPosixFilePermissions(directory.resolve("keys/master.key")))
                .hasSize(2);
        assertThat(made).hasToString("MasterKey");
    }

    @Test
    void keyThatIsNoKeyIsRefusedInWords(@TempDir Path directory) {
        assertThatThrownBy(() -> LocalKeyring.load("c2hvcnQ=", null, directory))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LEDGER_MASTER_KEY");
    }
}
