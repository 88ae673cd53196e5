package tapwright.agent.print.template;

import java.util.List;
import tapwright.agent.print.stock.Stock;

/**
 * Which field stands where on a label.
 *
 * @param id lower-case words joined by hyphens
 * @param title what a person chooses it by
 * @param stock what it is printed on
 * @param parts in the order of drawing
 */
public record LabelTemplate(String id, String title, Stock stock, List<TemplatePart> parts) {

  public LabelTemplate {
    parts = List.copyOf(parts);
  }
}
