package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A reply of the query protocol, read by the names of its elements. */
record Xml(Element element) {

    static Xml of(Reply reply) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Xml(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(reply.body()))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("moto answered what is no XML: " + reply.text(), e);
        }
    }

    /** The entries of the first list of this name, wherever it stands. */
    List<Xml> entries(String list) {
        NodeList lists = element.getElementsByTagName(list);
        return lists.getLength() == 0
                ? List.of()
                : children((Element) lists.item(0)).map(Xml::new).toList();
    }

    /** The text of a direct child, or the empty text. */
    String text(String child) {
        return children(element)
                .filter(candidate -> candidate.getTagName().equals(child))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** The text of the first element of this name, wherever it stands, or the empty text. */
    String anywhere(String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
