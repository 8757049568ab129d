package org.disclosureledger.application.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One key for ever, for its owner only; what is not a key is refused by name. */
class HeadKeyFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void keyIsMadeOnceAndForItsOwnerOnly(SignatureAlgorithm algorithm) throws IOException {
        Path file = folder.resolve("keys").resolve("head-signing.key");
        HeadSigner made = HeadKeyFile.own(file, algorithm);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(HeadKeyFile.own(file, algorithm).publicKey()).isEqualTo(made.publicKey());
        assertThat(HeadKeyFile.configured(file, algorithm).publicKey()).isEqualTo(made.publicKey());
        assertThat(HeadPublicKey.ofPem(Files.readString(file.resolveSibling("head-signing.pub"))))
                .isEqualTo(made.publicKey());
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void keyThatOpenSslMadeIsTaken() throws IOException {
        Path file = folder.resolve("office.pem");
        Files.write(file, HeadExamples.resource("sm2-by-openssl.key"));
        HeadSigner signer = HeadKeyFile.configured(file, SignatureAlgorithm.SM2);
        assertThat(signer.publicKey().id()).isEqualTo("ea57b0b8528345ad6211d94db3938e7c");
        assertThat(folder.resolve("office.pem.pub")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\n%%%\n-----END PRIVATE KEY-----\n",
                "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----"
            })
    void brokenFileIsNamed(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("head-signing.key"), content);
        assertThatThrownBy(() -> HeadKeyFile.own(file, SignatureAlgorithm.SM2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("签名密钥文件已损坏：" + file);
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void keyOfAnotherCurveIsNoKey() throws Exception {
        var generator = java.security.KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        Path file = Files.writeString(
                folder.resolve("head-signing.key"),
                Pem.write(
                        "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded()));
        assertThatThrownBy(() -> HeadKeyFile.own(file, SignatureAlgorithm.SM2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }

    /** Behind a missing mount no new key may take the place of the known one. */
    @Test
    void configuredKeyIsNeverMade() {
        Path file = folder.resolve("mount").resolve("head.key");
        assertThatThrownBy(() -> HeadKeyFile.configured(file, SignatureAlgorithm.SM2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("配置的签名密钥文件不存在：" + file);
        assertThat(file).doesNotExist();
    }

    @Test
    void keyOfAnotherAlgorithmIsRefused() {
        Path file = folder.resolve("head-signing.key");
        HeadKeyFile.own(file, SignatureAlgorithm.ED25519);
        assertThatThrownBy(() -> HeadKeyFile.own(file, SignatureAlgorithm.SM2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("是 Ed25519 密钥，而配置的签名算法是 SM2");
    }

    @Test
    void exchangedKeyIsNoticed() throws IOException {
        Path file = folder.resolve("head-signing.key");
        HeadKeyFile.own(file, SignatureAlgorithm.SM2);
        Files.writeString(file, HeadSigner.generate(SignatureAlgorithm.SM2).privatePem());
        assertThatThrownBy(() -> HeadKeyFile.own(file, SignatureAlgorithm.SM2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("不是一对");
    }
}
