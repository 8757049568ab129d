package org.disclosureledger.application.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the signed heads that lie outside the database with the history that the database tells. */
final class HeadsCheck {

    private final Findings findings = new Findings();
    private final List<HeadFile> heads = new ArrayList<>();
    private final TrustedKeys trusted;
    private int found;
    private long attested;

    private HeadsCheck(TrustedKeys trusted) {
        this.trusted = trusted;
    }

    /** Reads all heads of these directories and checks their signatures. */
    static HeadsCheck read(List<Path> directories, TrustedKeys trusted) {
        HeadsCheck check = new HeadsCheck(trusted);
        for (Path directory : directories) {
            try {
                HeadFile.in(directory).forEach(check::add);
            } catch (IOException e) {
                throw new CannotVerify("存证目录 " + directory + " 读不出来", e);
            }
        }
        return check;
    }

    private void add(Path file) {
        found++;
        HeadFile head = HeadFile.read(file);
        String name = String.valueOf(file.getFileName());
        if (head == null) {
            findings.add("headUnreadable", Map.of("file", name), "存证 " + name + " 不是完整的存证文件");
        } else if (!head.signed().isWhole()) {
            findings.add(
                    "headForged", Map.of("file", name, "number", head.number()), "存证 " + name + " 的签名不对：文件被改动过或者是伪造的");
        } else if (!trusted.contains(head.signed().key())) {
            findings.add(
                    "headUntrusted",
                    Map.of("file", name, "number", head.number()),
                    "存证 " + name + (trusted.isEmpty() ? " 无从核对：没有可信的公钥，请用 --key 指定" : " 不是用可信的密钥签的"));
        } else {
            heads.add(head);
        }
    }

    /** Numbers of the events that the heads stand for. */
    Set<Long> numbers() {
        return heads.stream().map(HeadFile::number).collect(Collectors.toSet());
    }

    void compare(@Nullable StoredHead stored, ChainCheck chain) {
        for (HeadFile head : heads) {
            String name = head.name();
            if (stored != null && !head.signed().head().ledger().equals(stored.ledger())) {
                findings.add("headOfOtherLedger", Map.of("file", name), "存证 " + name + " 属于另一本台账，或者这本台账的标识被改动过");
                continue;
            }
            byte[] hash = chain.hashOf(head.number());
            if (hash == null) {
                findings.add(
                        "headBeyond",
                        Map.of("file", name, "number", head.number()),
                        "存证 " + name + " 证明曾有第 " + head.number() + " 号事件，台账里却没有：末尾被截去，或者恢复了旧的副本");
            } else if (!Arrays.equals(hash, head.signed().head().hash())) {
                findings.add(
                        "headOtherHash",
                        Map.of(
                                "file",
                                name,
                                "number",
                                head.number(),
                                "hash",
                                head.signed().head().hex()),
                        "第 " + head.number() + " 号事件的杂凑值与存证 " + name + " 不同：这一号或者它以前的历史被改写过");
            } else {
                attested = Math.max(attested, head.number());
            }
        }
    }

    /** Head files that were found. */
    int found() {
        return found;
    }

    /** Heads whose signature is believed. */
    int believed() {
        return heads.size();
    }

    /** The last event that a believed head agrees with, 0 when there is none. */
    long attested() {
        return attested;
    }

    Check result() {
        return findings.check("heads", "存证", found);
    }
}
