package tapwright.agent.main;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.tag.Showing;
import tapwright.core.tag.TagFindings;
import tapwright.core.tag.TagWords;

/**
 * A card in words.
 *
 * @param knownBy what tells the chip from others
 * @param memory how much room for a message there is
 * @param locks which pages can never change again
 * @param password from where on a password is asked for
 * @param mirror what the chip puts into its message by itself
 * @param counter the read counter; null where the chip does not count or does not tell
 * @param content what it shows
 */
record Inspection(
    String chip,
    String uid,
    String knownBy,
    String memory,
    String locks,
    String password,
    String mirror,
    @Nullable Integer counter,
    String content) {

  static Inspection of(TagFindings found) {
    TagWords words = found.words();
    return new Inspection(
        found.chip(),
        found.uid().toString(),
        words.knownBy(),
        words.memory(),
        words.locks(),
        words.password(),
        words.mirror(),
        found.counter().orElse(null),
        contentOf(found.showing()));
  }

  List<String> lines() {
    return List.of(
        chip + ", UID " + uid + " (known by " + knownBy + ")",
        "memory: " + memory,
        "locks: " + locks,
        "password: " + password,
        "mirror: " + mirror,
        "counter: " + (counter == null ? "off or not told" : counter.toString()),
        "content: " + content);
  }

  private static String contentOf(Showing showing) {
    return switch (showing) {
      case Showing.Message(Bytes message) -> messageText(message);
      case Showing.Empty empty -> EncodeRefusal.TAG_EMPTY.with().message();
      case Showing.Broken(Refusal why) -> why.message();
      case Showing.Hidden(Refusal why) -> why.message();
    };
  }

  private static String messageText(Bytes message) {
    return switch (NdefMessage.decode(message)) {
      case Checked.Passed<NdefMessage>(NdefMessage decoded) ->
          "%d bytes: %s"
              .formatted(
                  message.size(),
                  String.join(
                      "; ",
                      decoded.records().stream()
                          .map(ShownRecord::of)
                          .map(ShownRecord::text)
                          .toList()));
      case Checked.Refused<NdefMessage>(Refusal refusal) ->
          "%d bytes that are no message: %s".formatted(message.size(), refusal.message());
    };
  }
}
