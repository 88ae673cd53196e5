package tapwright.agent.main.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tapwright.agent.print.job.LabelKey;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.station.batch.BatchFile;

/** The labels of one template that a command asks for; of one link the second is another copy. */
final class LabelOrders {

  private final String template;
  private final List<LabelOrder> orders = new ArrayList<>();
  private final Map<String, Integer> copies = new HashMap<>();

  LabelOrders(String template) {
    this.template = template;
  }

  /** A label for each row. */
  static List<LabelOrder> of(BatchFile file, String template) {
    LabelOrders orders = new LabelOrders(template);
    file.rows().forEach(row -> orders.add(row.label(), row.labelContent()));
    return orders.all();
  }

  private void add(String label, LabelContent content) {
    String link = content.value(LabelField.LINK);
    int copy = copies.merge(link, 1, Integer::sum);
    orders.add(new LabelOrder(new LabelKey(link, template, copy), label, content));
  }

  private List<LabelOrder> all() {
    return List.copyOf(orders);
  }
}
