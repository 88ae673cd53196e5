package tapwright.agent.print.target.ipp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tapwright.agent.print.target.DeliveryWatch;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PrinterLook;

/** Keeps what it is told, and goes on until it has been told something. */
public final class ListedWatch implements DeliveryWatch {

  private final List<JobTicket> tickets = new CopyOnWriteArrayList<>();
  private final List<String> waits = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  public List<JobTicket> tickets() {
    return tickets;
  }

  public List<String> waits() {
    return waits;
  }

  public void stop() {
    stopped = true;
  }

  @Override
  public void accepted(JobTicket ticket) {
    tickets.add(ticket);
  }

  @Override
  public void waits(PrinterLook look) {
    waits.add(look.inWords());
  }

  @Override
  public boolean goesOn() {
    return !stopped;
  }
}
