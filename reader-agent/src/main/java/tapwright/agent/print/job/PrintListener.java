package tapwright.agent.print.job;

/** Hears what happens while labels are printed. */
@FunctionalInterface
public interface PrintListener {

  void on(PrintNews news);
}
