package org.disclosureledger.application.audit;

import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.application.heads.BrokenHead;
import org.disclosureledger.application.heads.SignedHead;

/** A signed head whose signature holds. */
record PackageHead(String where, SignedHead signed) {

    /**
     * @param trusted public keys as DER in hexadecimal digits
     * @throws IllegalArgumentException when it is not a head of this ledger signed by one of the keys
     */
    static PackageHead read(String where, byte[] file, UUID ledger, Set<String> trusted) {
        SignedHead head;
        try {
            head = SignedHead.read(file);
        } catch (BrokenHead e) {
            throw new IllegalArgumentException("不是完整的存证文件", e);
        }
        require(head.head().ledger().equals(ledger), "不是这本台账的存证");
        require(trusted.contains(HexFormat.of().formatHex(head.key().der())), "签名的公钥不在可信的公钥之中");
        require(head.isWhole(), "签名不符");
        return new PackageHead(where, head);
    }

    long number() {
        return signed.head().number();
    }

    String hash() {
        return signed.head().hex();
    }

    String recordedAt() {
        return String.valueOf(signed.fields().get("recordedAt"));
    }

    String algorithm() {
        return signed.head().algorithm().label();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
