package dev.convergence.model.bound;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks through XML without building anything of it, and no further than the bounds. */
final class XmlStructureValidator {

    /** What the JDK puts before the reason, after the place. */
    private static final String REASON = "Message: ";

    private static final XMLInputFactory READERS = readers();

    private XmlStructureValidator() {}

    /** Always the JDK's: what else is on the path may read entities. */
    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** What is wrong with it, as the end of a sentence that begins with the file; empty where nothing is. */
    static Optional<String> faultOf(byte[] content, ModelBoundsProperties bounds) {
        try {
            XMLStreamReader reader = READERS.createXMLStreamReader(new ByteArrayInputStream(content));
            try {
                return fault(reader, new StructureCounter(bounds));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException unreadable) {
            return Optional.of("is no XML: " + firstLine(unreadable));
        }
    }

    private static Optional<String> fault(XMLStreamReader reader, StructureCounter count) throws XMLStreamException {
        while (reader.hasNext()) {
            Optional<String> fault = fault(reader.next(), count);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(int event, StructureCounter count) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                return count.begin();
            }
            case XMLStreamConstants.END_ELEMENT -> count.end();
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                return Optional.of("has a document type or entities, which models do without");
            }
            default -> {}
        }
        return Optional.empty();
    }

    private static String firstLine(XMLStreamException unreadable) {
        String place = unreadable.getLocation() == null
                ? ""
                : "line " + unreadable.getLocation().getLineNumber() + ", column "
                        + unreadable.getLocation().getColumnNumber() + ": ";
        String message = String.valueOf(unreadable.getMessage());
        int reason = message.indexOf(REASON);
        return place + (reason < 0 ? message : message.substring(reason + REASON.length()));
    }
}
