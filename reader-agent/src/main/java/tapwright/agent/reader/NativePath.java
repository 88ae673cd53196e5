package tapwright.agent.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tapwright.core.Bytes;

/** A way in which readers pass a tag's own commands: what is sent, and how answers are read. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state, only do not say so
public enum NativePath {
  DIRECT_TRANSMIT(List.of(), List.of(), DirectTransmit::wrap, DirectTransmit::unwrap),
  TRANSPARENT_SESSION(
      TransparentExchange.OPENING,
      TransparentExchange.CLOSING,
      TransparentExchange::wrap,
      TransparentExchange::unwrap),
  ENCAPSULATE(List.of(), List.of(), Encapsulation::wrap, Encapsulation::unwrap);

  private final List<Bytes> opening;
  private final List<Bytes> closing;
  private final UnaryOperator<Bytes> wrapper;
  private final Function<Bytes, NativeReply> unwrapper;

  NativePath(
      List<Bytes> opening,
      List<Bytes> closing,
      UnaryOperator<Bytes> wrapper,
      Function<Bytes, NativeReply> unwrapper) {
    this.opening = opening;
    this.closing = closing;
    this.wrapper = wrapper;
    this.unwrapper = unwrapper;
  }

  /** What the reader is told before the first command of a presentation. */
  List<Bytes> opening() {
    return opening;
  }

  /** What the reader is told after the last one. */
  List<Bytes> closing() {
    return closing;
  }

  /** The command APDU that carries a tag's command. */
  Bytes wrap(Bytes command) {
    return wrapper.apply(command);
  }

  /** What the reader's response APDU says. */
  NativeReply unwrap(Bytes response) {
    return unwrapper.apply(response);
  }

  /** The name in files: lower case, with hyphens. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<NativePath> ofLabel(String label) {
    return Arrays.stream(values()).filter(path -> path.label().equals(label)).findFirst();
  }
}
