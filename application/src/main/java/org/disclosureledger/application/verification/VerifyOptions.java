package org.disclosureledger.application.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param report where to write the report, null for standard output
 */
record VerifyOptions(@Nullable Path report, List<Path> heads, List<Path> keys) {

    /** Values may follow a blank or an equals sign. */
    static VerifyOptions of(List<String> arguments) {
        Path report = null;
        List<Path> heads = new ArrayList<>();
        List<Path> keys = new ArrayList<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (!List.of("--report", "--heads", "--key").contains(option)) {
                throw new CannotVerify("不认识选项 " + argument + "；可用：--report <文件>、--heads <目录>、--key <公钥文件>");
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new CannotVerify("选项 " + option + " 后面少了文件或者目录");
            }
            Path value = Path.of(equals < 0 ? rest.next() : argument.substring(equals + 1));
            switch (option) {
                case "--report" -> report = value;
                case "--heads" -> heads.add(directory(value));
                default -> keys.add(value);
            }
        }
        return new VerifyOptions(report, List.copyOf(heads), List.copyOf(keys));
    }

    private static Path directory(Path named) {
        if (!Files.isDirectory(named)) {
            throw new CannotVerify("没有目录 " + named);
        }
        return named;
    }
}
