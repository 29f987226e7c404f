package dev.convergence.adaptive.view;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The frame of the page of a live campaign; its script fills it. The writer escapes every text; nothing is put together
 * from strings.
 */
final class LivePage {

    /** Lets the browser load the application's own scripts, style and data, and nothing else. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ICON = "/live/icon.svg";
    private static final String STYLE = "/live/live.css";
    private static final String CHARTS = "/webjars/chart.js/dist/chart.umd.min.js";
    private static final String LINES = "/webjars/chartjs-plugin-annotation/dist/chartjs-plugin-annotation.min.js";
    private static final String SCRIPT = "/live/live.js";
    private static final String NOT_YET = "This campaign is not live yet. From then on, this page shows how it does.";
    private static final String LOADING = "Asking for the latest figures …";

    private final StringWriter page = new StringWriter();
    private final XMLStreamWriter html;

    private LivePage() throws XMLStreamException {
        html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(page);
    }

    static String of(MetricsView.Campaign campaign) {
        try {
            LivePage page = new LivePage();
            page.write(campaign);
            return "<!DOCTYPE html>\n" + page.page;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(MetricsView.Campaign campaign) throws XMLStreamException {
        html.writeStartElement("html");
        html.writeAttribute("lang", "en");
        head(campaign.name() + ": live");
        html.writeStartElement("body");
        html.writeStartElement("header");
        element("h1", campaign.name());
        marked("p", "key", campaign.key());
        spoken("state", "status", campaign.liveFrom() == null ? NOT_YET : LOADING);
        spoken("trouble", "alert", "");
        html.writeEndElement();
        marked("main", "live", "");
        marked("p", "hint", "");
        element("noscript", "The charts need JavaScript.");
        html.writeEndDocument();
        html.flush();
    }

    private void head(String title) throws XMLStreamException {
        html.writeStartElement("head");
        html.writeEmptyElement("meta");
        html.writeAttribute("charset", "utf-8");
        html.writeEmptyElement("meta");
        html.writeAttribute("name", "viewport");
        html.writeAttribute("content", "width=device-width, initial-scale=1");
        element("title", title);
        link("icon", ICON);
        link("stylesheet", STYLE);
        script(CHARTS, "text/javascript");
        script(LINES, "text/javascript");
        script(SCRIPT, "module");
        html.writeEndElement();
    }

    private void link(String relation, String address) throws XMLStreamException {
        html.writeEmptyElement("link");
        html.writeAttribute("rel", relation);
        html.writeAttribute("href", address);
    }

    /** Run in their order, once the page is there. */
    private void script(String source, String type) throws XMLStreamException {
        html.writeStartElement("script");
        html.writeAttribute("type", type);
        html.writeAttribute("src", source);
        html.writeAttribute("defer", "defer");
        html.writeCharacters("");
        html.writeEndElement();
    }

    /** Screen readers say it when it changes. */
    private void spoken(String id, String role, String text) throws XMLStreamException {
        html.writeStartElement("p");
        html.writeAttribute("id", id);
        html.writeAttribute("role", role);
        html.writeCharacters(text);
        html.writeEndElement();
    }

    private void marked(String name, String id, String text) throws XMLStreamException {
        html.writeStartElement(name);
        html.writeAttribute("id", id);
        html.writeCharacters(text);
        html.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        html.writeStartElement(name);
        html.writeCharacters(text);
        html.writeEndElement();
    }
}
