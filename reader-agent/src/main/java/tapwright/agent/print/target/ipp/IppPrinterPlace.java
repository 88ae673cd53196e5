package tapwright.agent.print.target.ipp;

/**
 * A printer and the way to it.
 *
 * @param channel the way
 * @param address the printer
 */
public record IppPrinterPlace(IppChannel channel, IppAddress address) {}
