package tapwright.agent.print.target.ipp;

import java.util.List;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrinterLook;

/** A print service with several queues, as CUPS is. */
public final class IppService {

  private final IppChannel channel;
  private final IppAddress address;

  public IppService(IppChannel channel, IppAddress address) {
    this.channel = channel;
    this.address = address;
  }

  /** For people. */
  public String name() {
    return address.name();
  }

  /**
   * Its queues, in its order.
   *
   * @throws PrintFault.Unreachable when no service is there
   */
  public List<Queue> queues() {
    IppRequest request =
        IppRequest.of(
            IppOperation.CUPS_GET_PRINTERS,
            IppAttribute.keywords("requested-attributes", QueueLook.ATTRIBUTES));
    IppReply reply = channel.ask(address, request);
    if (!reply.status().isSuccess() && !reply.status().isMissing()) {
      throw new PrintFault.SaysNo(address.name(), IppPrinter.refusal(reply));
    }
    return reply.printers().stream()
        .map(QueueLook::of)
        .map(queue -> new Queue(queue.name(), queue.look()))
        .toList();
  }

  /**
   * A queue.
   *
   * @param name as {@code cups:NAME} has it
   * @param look how it is
   */
  public record Queue(String name, PrinterLook look) {}
}
