package org.disclosureledger.application.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small files of every type, made by the libraries of their formats where there are any. */
final class SampleFiles {

    private SampleFiles() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] text(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** The start of a file and what may follow it. */
    static byte[] starting(int... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(values));
        out.writeBytes(new byte[64]);
        return out.toByteArray();
    }

    static byte[] zip(String... entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(text("<html>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] docx() {
        try (XWPFDocument document = new XWPFDocument()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.createParagraph().createRun().setText("申请书");
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] xlsx() {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.createSheet("清单");
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With streams of these names, some of them long enough to lie in sectors of their own. */
    static byte[] compound(String... streams) {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = 0; i < streams.length; i++) {
                file.createDocument(new ByteArrayInputStream(new byte[100 + i * 9_000]), streams[i]);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] mail() {
        return text("Received: from mail.example.cn\r\n by mx.example.cn\r\nFrom: =?utf-8?B?5byg?= <a@example.cn>\r\n"
                + "Date: Mon, 3 Mar 2025 09:00:00 +0800\r\nContent-Type: text/html\r\n\r\n<html>申请</html>");
    }
}
