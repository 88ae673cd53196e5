package tapwright.agent.print.job;

import java.util.List;
import java.util.Optional;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.template.LabelContent;
import tapwright.core.Refusal;

/** Makes print jobs of what labels say. */
public interface Press {

  /** What of the label cannot be printed. */
  Optional<Refusal> objection(LabelContent content);

  /** How many labels a page holds: 1, or as many as a sheet. */
  int labelsOnPage();

  /** How many of them are left on the first page. */
  int labelsOnFirstPage();

  /**
   * A job with the labels, to none of which there was an objection.
   *
   * @param first whether its first page is the run's first one
   */
  PrintDocument document(String name, boolean first, List<LabelContent> contents);
}
