package org.disclosureledger.application.register;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What a file is, by its first bytes; everything that is neither a workbook nor text is refused by its name. */
enum FileKind {
    WORKBOOK,
    TEXT;

    private static final String ZIP = "PK\3\4";
    private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("\u0089PNG", "PNG 图片"),
            Map.entry("\u00FF\u00D8\u00FF", "JPEG 图片"),
            Map.entry("GIF8", "GIF 图片"),
            Map.entry("II*\0", "TIFF 图片"),
            Map.entry("MM\0*", "TIFF 图片"),
            Map.entry("RIFF", "图片或音视频"),
            Map.entry("%PDF", "PDF 文档"),
            Map.entry("{\\rtf", "RTF 文档"),
            Map.entry("\u001F\u008B", "gzip 压缩包"),
            Map.entry("BZh", "bzip2 压缩包"),
            Map.entry("\u00FD7zXZ", "xz 压缩包"),
            Map.entry("Rar!", "RAR 压缩包"),
            Map.entry("7z\u00BC\u00AF'\u001C", "7z 压缩包"),
            Map.entry("PK\5\6", "空的 ZIP 压缩包"),
            Map.entry("PK\7\b", "分卷 ZIP 压缩包"));

    static FileKind of(Path file) throws IOException {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(512), StandardCharsets.ISO_8859_1);
        }
        if (start.startsWith(ZIP)) {
            return WORKBOOK;
        }
        if (start.startsWith(OLE2)) {
            throw new UnreadableFile(
                    UnreadableFile.Reason.LEGACY_OR_ENCRYPTED, "这是旧版 .xls 或加密文件，请用 Excel 打开后另存为不加密的 .xlsx 再导入");
        }
        OTHERS.forEach((magic, name) -> {
            if (start.startsWith(magic)) {
                throw other(name);
            }
        });
        String text = start.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<")) {
            throw other("网页或 XML 文件");
        }
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            throw new UnreadableFile(
                    UnreadableFile.Reason.ENCODING,
                    "文件是 UTF-16（“Unicode 文本”）编码，请在 Excel 中另存为“CSV UTF-8（逗号分隔）”或 .xlsx 再导入");
        }
        refuseBinary(file);
        return TEXT;
    }

    private static UnreadableFile other(String name) {
        return new UnreadableFile(
                UnreadableFile.Reason.OTHER_KIND_OF_FILE, "这是" + name + "，不是登记台账，请导入 .xlsx 或 .csv 文件");
    }

    private static void refuseBinary(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == 0) {
                    throw new UnreadableFile(
                            UnreadableFile.Reason.BINARY, "文件含有二进制内容，不是文本；请在 Excel 中另存为“CSV UTF-8（逗号分隔）”或 .xlsx 再导入");
                }
            }
        }
    }
}
