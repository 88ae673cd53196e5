package tapwright.agent.print.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tapwright.agent.print.Labels;
import tapwright.agent.print.TemplatePreview;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.print.template.Templates;

class LabelSvgTest {

  @Test
  void draw_label_isXmlInItsTrueSizeWithItsTextAsLabels() throws Exception {
    Document svg = drawn("Ada <\"&> Example");
    Element root = svg.getDocumentElement();
    assertEquals("85.6mm", root.getAttribute("width"));
    assertEquals("0 0 85.6 53.98", root.getAttribute("viewBox"));
    assertTrue(labels(svg).contains("Ada <\"&> Example"), labels(svg).toString());
  }

  @Test
  void draw_logo_isInTheFile() throws Exception {
    NodeList images = drawn("Ada").getElementsByTagName("image");
    assertEquals(1, images.getLength());
    String data = ((Element) images.item(0)).getAttribute("href");
    assertTrue(data.startsWith("data:image/png;base64,iVBOR"), data);
  }

  private static List<String> labels(Document svg) {
    List<String> labels = new ArrayList<>();
    NodeList paths = svg.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      labels.add(((Element) paths.item(i)).getAttribute("aria-label"));
    }
    return labels;
  }

  private static Document drawn(String name) throws Exception {
    var template = Templates.shipped().named("template", "card-front").orThrow();
    var page =
        new Labels(template, Resolution.CARD_PRINTER)
            .page(TemplatePreview.sample().with(LabelField.NAME, name))
            .orThrow();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(LabelSvg.draw(page).toArray()));
  }
}
