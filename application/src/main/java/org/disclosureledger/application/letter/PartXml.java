package org.disclosureledger.application.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.util.XMLHelper;
import org.disclosureledger.application.register.UnreadableFile;
import org.disclosureledger.application.register.XmlGuard;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A part of a Word document as a tree, parsed without trust. */
final class PartXml {

    /** Word itself stays far below, with letters in tables in text boxes. */
    private static final int DEEPEST = 200;

    private static final int MOST_BYTES = 4 << 20;

    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private PartXml() {}

    /** @throws TemplateRefused when it is not XML as office programs write it */
    static Document parse(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw TemplateRule.EXPANDS_TOO_FAR.refuse();
        }
        try (XmlGuard in = guarded(content)) {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            return builder.parse(in);
        } catch (UnreadableFile e) {
            throw refused(e);
        } catch (IOException | SAXException e) {
            throw TemplateRule.DAMAGED.refuse();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For parts that are not parsed here, but would be by whoever opens the letter. */
    static void check(byte[] content) {
        try (XmlGuard in = guarded(content)) {
            in.readAllBytes();
        } catch (UnreadableFile e) {
            throw refused(e);
        } catch (IOException e) {
            throw TemplateRule.DAMAGED.refuse();
        }
    }

    static byte[] write(Document document) {
        try {
            document.setXmlStandalone(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XMLHelper.newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By local name, in whatever namespace: there is the one of Office, and the one of the ISO standard. */
    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static XmlGuard guarded(byte[] content) {
        return new XmlGuard(new ByteArrayInputStream(content));
    }

    private static DocumentBuilderFactory factory() {
        DocumentBuilderFactory factory = XMLHelper.getDocumentBuilderFactory();
        factory.setNamespaceAware(true);
        factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
        return factory;
    }

    private static TemplateRefused refused(UnreadableFile e) {
        return switch (e.reason()) {
            case FORBIDDEN_XML -> TemplateRule.FORBIDDEN_XML.refuse();
            case EXPANDS_TOO_FAR -> TemplateRule.EXPANDS_TOO_FAR.refuse();
            default -> TemplateRule.DAMAGED.refuse();
        };
    }
}
