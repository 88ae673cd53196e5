package tapwright.agent.encode;

import java.util.Optional;
import tapwright.agent.pcsc.Atr;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * A tag that answers whatever it was given, one chunk after the other, whatever is asked.
 *
 * <p>A chunk is a length byte and so many bytes; when they are used up the tag is gone. A length
 * byte of FF stands for an acknowledgement.
 */
final class LyingTag implements TagConnection {

  private static final int ACKNOWLEDGEMENT = 0xFF;
  private static final Bytes OK = Bytes.ofHex("9000");

  /** What a reader says of a Type 2 tag. */
  static final Atr STORAGE_CARD = new Atr(Bytes.ofHex("3B8F8001804F0CA0000003060300030000000068"));

  /** What a reader says of a Type 4 tag. */
  static final Atr PROCESSOR_CARD = new Atr(Bytes.ofHex("3B8180018080"));

  private final Atr atr;
  private final Bytes answers;
  private int position;

  LyingTag(Atr atr, Bytes answers) {
    this.atr = atr;
    this.answers = answers;
  }

  @Override
  public Bytes transmit(Bytes command) {
    if (position >= answers.size()) {
      throw new ReaderFault.TagGone("it was lying", null);
    }
    int size = answers.at(position);
    position++;
    if (size == ACKNOWLEDGEMENT) {
      return OK;
    }
    int end = Math.min(answers.size(), position + size);
    Bytes answer = answers.slice(position, end);
    position = end;
    return answer;
  }

  @Override
  public Atr atr() {
    return atr;
  }

  @Override
  public Optional<Uid> uid() {
    return Optional.empty();
  }

  @Override
  public void reactivate() {}

  @Override
  public void close() {}
}
