package org.disclosureledger.application.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.application.heads.HeadPublicKey;

/** The public keys whose signatures under heads are believed: those that somebody has handed over in PEM files. */
final class TrustedKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\\s]+-----END PUBLIC KEY-----");

    private final List<HeadPublicKey> keys = new ArrayList<>();

    /** @throws CannotVerify when a file holds no public key */
    static TrustedKeys of(List<Path> files) {
        TrustedKeys trusted = new TrustedKeys();
        files.forEach(trusted::add);
        return trusted;
    }

    private void add(Path file) {
        try {
            Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            int before = keys.size();
            while (pem.find()) {
                keys.add(HeadPublicKey.ofPem(pem.group()));
            }
            if (keys.size() == before) {
                throw new CannotVerify("公钥文件 " + file + " 里没有 PEM 格式的公钥");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotVerify("公钥文件 " + file + " 读不出来", e);
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    boolean contains(HeadPublicKey key) {
        return keys.contains(key);
    }
}
