package tapwright.agent.pcsc;

import tapwright.core.Bytes;

/** One exchange with whatever is in a reader's field. */
@FunctionalInterface
public interface Transport {

  /**
   * Sends a command APDU and returns the response APDU, status word included (ISO/IEC 7816-4).
   *
   * @throws ReaderFault when no answer came: tag gone, reader gone, service gone
   */
  Bytes transmit(Bytes command);
}
