package org.disclosureledger.application.verification;

import java.util.ArrayList;
import java.util.List;

/** Says plainly what this verification cannot find, whatever its result. */
final class Undetectable {

    private Undetectable() {}

    static List<String> of(VerificationReport.Heads heads, long events, boolean onlyOnThisMachine) {
        List<String> sentences = new ArrayList<>();
        if (heads.believed() == 0) {
            sentences.add("没有存证可以对照：只要有人用正确的算法把整条链重算一遍，或者截去末尾并改好末尾的登记，或者恢复一份较早的完整副本，本次核验都发现不了。");
        } else {
            if (heads.attested() < events) {
                sentences.add("最后一个相符的存证是第 " + heads.attested() + " 号：它之后的 " + (events - heads.attested())
                        + " 个事件若被按正确的算法重写或者截去，本次核验发现不了。");
            }
            if (onlyOnThisMachine) {
                sentences.add("对照的存证和公钥都放在本机的数据目录里：能同时改数据库和本机文件的人，可以删去存证，或者连同签名密钥一起换掉。"
                        + "请把存证另存到数据库管理员够不着的地方，用 --heads 和 --key 指定后再核验。");
            }
            sentences.add("存证文件若在别处也被全部删去，它们所证明的历史就无从对照。");
        }
        sentences.add("能写数据库的人若按正确的算法在末尾追加事件，链仍然完整：核验能证明已记录的没有被改动，不能证明记录的内容属实。");
        return List.copyOf(sentences);
    }
}
