package tapwright.agent.main;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.TagPresentation;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.Protection;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagIdentity;
import tapwright.core.tag.TagSnapshot;

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

  private static final String NOT_READ =
      "not known: the chip's settings cannot be told for certain";

  static Checked<Inspection> of(TagPresentation tag) {
    String content = contentOf(tag);
    return tag.inspect().map(read -> of(tag, read, content));
  }

  private static Inspection of(TagPresentation tag, TagSnapshot read, String content) {
    Optional<TagConfiguration> settings = read.configuration();
    return new Inspection(
        tag.modelName(),
        tag.uid().toString(),
        knownBy(read.identity()),
        memoryOf(read),
        locksOf(read),
        settings.map(Inspection::passwordIn).orElse(NOT_READ),
        settings.map(Inspection::mirrorIn).orElse(NOT_READ),
        tag.counter().orElse(null),
        content);
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

  private static String knownBy(TagIdentity identity) {
    return switch (identity) {
      case TagIdentity.ByVersion version -> "its own word, GET_VERSION";
      case TagIdentity.ByContainer container -> "its capability container";
      case TagIdentity.Ambiguous ambiguous -> "its capability container, which several chips have";
    };
  }

  private static String memoryOf(TagSnapshot read) {
    if (read.lacksContainer()) {
      return "not formatted yet, no capability container";
    }
    return switch (read.container()) {
      case Checked.Passed(var container) ->
          "%d bytes for messages, %s"
              .formatted(container.sizeBytes(), container.isWritable() ? "writable" : "read-only");
      case Checked.Refused(Refusal refusal) -> refusal.message();
    };
  }

  private static String locksOf(TagSnapshot read) {
    Protection protection = Protection.of(read);
    return protection.locked().isEmpty()
        ? "none"
        : "pages " + Protection.range(protection.locked()) + " for ever";
  }

  private static String passwordIn(TagConfiguration settings) {
    if (settings.passwordFrom() == Protection.NO_PASSWORD) {
      return "none";
    }
    return "for %s, from page %02X on"
        .formatted(
            settings.isReadProtected() ? "reading and writing" : "writing",
            settings.passwordFrom());
  }

  private static String mirrorIn(TagConfiguration settings) {
    return settings
        .mirror()
        .map(Inspection::windowText)
        .orElse("off")
        .concat(settings.isLocked() ? ", and settings are locked for ever" : "");
  }

  private static String windowText(MirrorWindow window) {
    String content =
        switch (window.content()) {
          case NONE -> "nothing";
          case UID -> "UID";
          case COUNTER -> "counter";
          case UID_AND_COUNTER -> "UID and counter";
        };
    return "%s from page %02X on".formatted(content, window.page());
  }

  private static String contentOf(TagPresentation tag) {
    return switch (tag.content()) {
      case Checked.Passed<TagContent>(TagContent content) -> messageText(content.message());
      case Checked.Refused<TagContent>(Refusal refusal) -> refusal.message();
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
