package dev.convergence.model;

import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.dom.DOMSource;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Finds the expressions of a process, in attributes and in texts, each with the nearest element that has an id. */
final class ExpressionFinder {

    private static final String ID = "id";
    private static final String DOCUMENTATION = "documentation";

    private final List<ProcessSource.Text> found = new ArrayList<>();

    private ExpressionFinder() {}

    static List<ProcessSource.Text> in(Process process) {
        DOMSource document = process.getModelInstance().getDocument().getDomSource();
        ExpressionFinder expressionFinder = new ExpressionFinder();
        elements(document.getNode(), process.getElementType().getTypeName()).stream()
                .filter(element -> process.getId().equals(element.getAttribute(ID)))
                .forEach(element -> expressionFinder.walk(element, process.getId()));
        return expressionFinder.found;
    }

    private static List<Element> elements(Node document, String name) {
        NodeList all = ((Document) document).getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < all.getLength(); index++) {
            elements.add((Element) all.item(index));
        }
        return elements;
    }

    private void walk(Element element, String around) {
        String id = element.hasAttribute(ID) ? element.getAttribute(ID) : around;
        NamedNodeMap attributes = element.getAttributes();
        for (int index = 0; index < attributes.getLength(); index++) {
            keep(id, attributes.item(index).getNodeValue());
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && !DOCUMENTATION.equals(inner.getLocalName())) {
                walk(inner, id);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                keep(id, child.getNodeValue());
            }
        }
    }

    private void keep(String id, String text) {
        if (ProcessSource.isExpression(text)) {
            found.add(new ProcessSource.Text(id, text));
        }
    }
}
