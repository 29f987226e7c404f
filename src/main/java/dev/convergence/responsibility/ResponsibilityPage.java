package dev.convergence.responsibility;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The matrix as a page for a browser. The writer escapes every text; nothing is put together from strings. */
final class ResponsibilityPage {

    private static final String TITLE = "Who decides";
    private static final String STYLE = "body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}"
            + "th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}"
            + "caption{text-align:left;padding-bottom:.6rem}";

    /** Lets the browser apply this page's style and nothing else. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE) + "'; frame-ancestors 'none'";

    private static final List<String> COLUMNS =
            List.of("Task, gate or handoff", "Pattern", "Responsible", "Accountable", "Consulted", "Informed", "Note");

    private final StringWriter page = new StringWriter();
    private final XMLStreamWriter html;

    private ResponsibilityPage() throws XMLStreamException {
        html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(page);
    }

    static String of(List<ResponsibilityRow> rows) {
        try {
            ResponsibilityPage page = new ResponsibilityPage();
            page.write(rows);
            return "<!DOCTYPE html>\n" + page.page;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(List<ResponsibilityRow> rows) throws XMLStreamException {
        html.writeStartElement("html");
        html.writeAttribute("lang", "en");
        head();
        html.writeStartElement("body");
        element("h1", TITLE);
        html.writeStartElement("table");
        element("caption", "The first rule that fits counts. The accountable group alone decides.");
        header();
        html.writeStartElement("tbody");
        for (ResponsibilityRow row : rows) {
            row(row);
        }
        html.writeEndDocument();
        html.flush();
    }

    private void head() throws XMLStreamException {
        html.writeStartElement("head");
        html.writeEmptyElement("meta");
        html.writeAttribute("charset", "utf-8");
        element("title", TITLE);
        element("style", STYLE);
        html.writeEndElement();
    }

    private void header() throws XMLStreamException {
        html.writeStartElement("thead");
        html.writeStartElement("tr");
        for (String column : COLUMNS) {
            heading("col", column);
        }
        html.writeEndElement();
        html.writeEndElement();
    }

    private void row(ResponsibilityRow row) throws XMLStreamException {
        html.writeStartElement("tr");
        heading("row", row.task() == null ? "everything else" : row.task());
        element("td", row.pattern() == null ? "all" : row.pattern());
        element("td", String.join(", ", row.responsible()));
        element("td", row.accountable());
        element("td", String.join(", ", row.consulted()));
        element("td", String.join(", ", row.informed()));
        element("td", row.description());
        html.writeEndElement();
    }

    private void heading(String scope, String text) throws XMLStreamException {
        html.writeStartElement("th");
        html.writeAttribute("scope", scope);
        html.writeCharacters(text);
        html.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        html.writeStartElement(name);
        html.writeCharacters(text == null ? "" : text);
        html.writeEndElement();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
