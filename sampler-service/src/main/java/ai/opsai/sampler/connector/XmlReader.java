package ai.opsai.sampler.connector;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML as the format shows it to expressions: an element is a mapping of its attributes ({@code @name}), its
 * elements and its text ({@code #text}), or just its text; elements of one name are a list. No document type, hence no
 * entity of its own, is read.
 */
final class XmlReader {

    private static final int MAX_DEPTH = 64;

    private final XMLStreamReader xml;
    private int depth;

    private XmlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Map<String, @Nullable Object> read(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // What stands before the root says nothing.
            }
            var root = new LinkedHashMap<String, @Nullable Object>();
            root.put(xml.getLocalName(), new XmlReader(xml).element());
            return root;
        } catch (XMLStreamException e) {
            throw new Undecodable("no XML", e);
        }
    }

    /** Null for an empty one. */
    private @Nullable Object element() throws XMLStreamException {
        if (++depth > MAX_DEPTH) {
            throw new XMLStreamException("nested too deeply");
        }
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            fields.put("@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        var text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                add(fields, xml.getLocalName(), element());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        depth--;
        return value(fields, text.toString().strip());
    }

    private static @Nullable Object value(Map<String, @Nullable Object> fields, String text) {
        if (fields.isEmpty()) {
            return text.isEmpty() ? null : text;
        }
        if (!text.isEmpty()) {
            fields.put("#text", text);
        }
        return fields;
    }

    @SuppressWarnings("unchecked") // lists in fields are made here only
    private static void add(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        if (!fields.containsKey(name)) {
            fields.put(name, value);
        } else if (fields.get(name) instanceof List<?> list) {
            ((List<@Nullable Object>) list).add(value);
        } else {
            var list = new ArrayList<@Nullable Object>();
            list.add(fields.get(name));
            list.add(value);
            fields.put(name, list);
        }
    }
}
