package tapwright.agent.print.job;

import java.util.List;
import tapwright.agent.print.target.PrinterLook;

/** What staff see happen while labels are printed. */
public sealed interface PrintNews {

  /** So many labels will be printed; so many of all were printed before. */
  record Begun(int toPrint, int printedBefore) implements PrintNews {}

  /** Labels of one job came out, or were given to a target that does not tell. */
  record Printed(List<LabelOrder> labels) implements PrintNews {}

  /** The printer waits for something, or does so no more. */
  record Waits(PrinterLook look) implements PrintNews {}

  /** Labels of one job did not come out, or may have. */
  record Failed(List<LabelOrder> labels, String cause, String why) implements PrintNews {}

  /** Something to know. */
  record Notice(String text) implements PrintNews {}
}
