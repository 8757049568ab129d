package org.disclosureledger.application.privacy;

import java.util.List;
import org.disclosureledger.application.tool.Tool;

/** {@code rotate-master-key}: wraps all keys by a new master key, beside the running service or without it. */
public final class RotateMasterKeyTool implements Tool {

    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    private final KeyRotation rotation;

    public RotateMasterKeyTool(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String name() {
        return "rotate-master-key";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            System.err.println("用法：rotate-master-key");
            return NOT_DONE;
        }
        try {
            KeyRotation.Rotated rotated = rotation.run();
            boolean finished = rotated.before().equals(rotated.now());
            System.out.println(
                    (finished ? "已把上次没有换完的换完：" : "已更换主密钥：") + "重新保护了 " + rotated.keys() + " 把密钥，现在使用 " + rotated.now());
            if (!finished) {
                System.out.println(
                        "原来的 " + rotated.before() + " 不再使用。确认服务正常、更换以后的备份可以恢复以后，把它从各处销毁：更换以前的备份里的个人信息从此谁也读不出");
            }
            return DONE;
        } catch (IllegalStateException e) {
            System.err.println("没有换完：" + e.getMessage() + "。再运行一次会接着做");
            return NOT_DONE;
        }
    }
}
