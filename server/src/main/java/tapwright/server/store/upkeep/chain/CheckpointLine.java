package tapwright.server.store.upkeep.chain;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tapwright.core.Bytes;

/**
 * Where one chain stood.
 *
 * @param entries how many entries it had
 * @param head the start of the last one's link
 */
record CheckpointLine(ChainName name, long entries, Bytes head) {

  /** 128 bits: nobody makes another chain with the same. */
  private static final int HEAD_BYTES = 16;

  private static final int WORDS = 4;

  static CheckpointLine of(WalkedChain chain) {
    return new CheckpointLine(chain.name(), chain.last(), start(chain.head()));
  }

  private static Bytes start(Bytes link) {
    return link.slice(0, Math.min(HEAD_BYTES, link.size()));
  }

  boolean hasHead(Bytes link) {
    return head.equals(start(link));
  }

  String toText() {
    return "%s %s %d %s"
        .formatted(
            name.area(),
            URLEncoder.encode(name.subject(), StandardCharsets.UTF_8),
            entries,
            head.toHex());
  }

  /** The line as it was written; only of a file whose seal was checked. */
  static CheckpointLine read(String text) {
    String[] words = text.split(" ", WORDS);
    return new CheckpointLine(
        new ChainName(words[0], URLDecoder.decode(words[1], StandardCharsets.UTF_8)),
        Long.parseLong(words[2]),
        Bytes.ofHex(words[3]));
  }
}
