package org.disclosureledger.application.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which encoding a CSV file is written: the first that decodes all of it. UTF-8 comes first whatever is declared,
 * because Chinese text in another encoding is never valid UTF-8 from end to end; then what the upload declares, then
 * GB18030, which Chinese Excel writes.
 */
final class CsvEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvEncoding() {}

    static Charset of(Path file, @Nullable String contentType) throws IOException {
        List<Charset> candidates = new ArrayList<>();
        candidates.add(StandardCharsets.UTF_8);
        if (!startsWithBom(file)) {
            Charset declared = declared(contentType);
            if (declared != null) {
                candidates.add(declared);
            }
            candidates.add(GB18030);
        }
        for (Charset candidate : candidates) {
            if (decodes(file, candidate)) {
                return candidate;
            }
        }
        throw new UnreadableFile(
                UnreadableFile.Reason.ENCODING,
                "无法识别文件的文字编码（既不是 UTF-8 也不是 GB18030），请在 Excel 中另存为“CSV UTF-8（逗号分隔）”或 .xlsx 再导入");
    }

    /** Decodes strictly: a byte that does not belong there is a failure, never a question mark. */
    static Reader reader(Path file, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            if (startsWithBom(file)) {
                in.skipNBytes(BOM.length);
            }
            return new InputStreamReader(
                    in,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        try (Reader reader = reader(file, charset)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A charset without Chinese characters is a client's default, not a statement about the file. */
    private static @Nullable Charset declared(@Nullable String contentType) {
        Matcher name = CHARSET.matcher(contentType == null ? "" : contentType);
        if (!name.find()) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name.group(1));
            return charset.canEncode() && charset.newEncoder().canEncode("日期") ? charset : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean startsWithBom(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(BOM.length), BOM);
        }
    }
}
