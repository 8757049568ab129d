package org.disclosureledger.application.office;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;

/** The font table: tells a word processor which typeface to take where the official one is not installed. */
final class DocxFonts {

    private DocxFonts() {}

    static void declare(XWPFDocument document) {
        try {
            PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
            PackagePart part = document.getPackage().createPart(name, XWPFRelation.FONT_TABLE.getContentType());
            try (OutputStream out = part.getOutputStream()) {
                out.write(fontTable().getBytes(StandardCharsets.UTF_8));
            }
            document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, XWPFRelation.FONT_TABLE.getRelation());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fontTable() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append("<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        for (Typeface typeface : Typeface.values()) {
            xml.append("<w:font w:name=\"")
                    .append(typeface.chinese())
                    .append("\"><w:altName w:val=\"")
                    .append(typeface.instead())
                    .append("\"/><w:charset w:val=\"86\"/><w:family w:val=\"")
                    .append(typeface == Typeface.TITLE || typeface == Typeface.TABLE ? "roman" : "modern")
                    .append("\"/><w:pitch w:val=\"default\"/></w:font>");
        }
        return xml.append("</w:fonts>").toString();
    }
}
