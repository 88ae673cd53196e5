package tapwright.agent.print.target.ipp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.agent.print.target.PrinterLook;

/**
 * A printer as IPP tells it.
 *
 * @param name of its queue
 * @param look how it is
 */
record QueueLook(String name, PrinterLook look) {

  /** What is asked for. */
  static final String[] ATTRIBUTES = {
    "printer-name",
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs"
  };

  /** Stopped (RFC 8011, section 5.4.11): nothing is printed until somebody does something. */
  private static final int STOPPED = 5;

  static QueueLook of(IppGroup printer) {
    return new QueueLook(printer.text("printer-name").orElse(""), lookOf(printer));
  }

  private static PrinterLook lookOf(IppGroup printer) {
    boolean accepts = printer.flag("printer-is-accepting-jobs").orElse(true);
    boolean stopped = printer.whole("printer-state").orElse(0) == STOPPED;
    List<String> words =
        new ArrayList<>(PrinterReasons.words(printer.texts("printer-state-reasons")));
    if (!accepts) {
      words.addFirst("the queue rejects jobs");
    }
    if (stopped && words.isEmpty()) {
      words.add("stopped");
    }
    said(printer).filter(message -> stopped || !accepts || !words.isEmpty()).ifPresent(words::add);
    return new PrinterLook(accepts && !stopped, words);
  }

  /** What the printer or whoever stopped it says of that. */
  private static Optional<String> said(IppGroup printer) {
    return printer
        .text("printer-state-message")
        .map(String::strip)
        .filter(message -> !message.isEmpty() && !message.equals("Paused"))
        .map(message -> "\"" + message + "\"");
  }
}
