package tapwright.agent.encode.type2;

import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.Protection;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagIdentity;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.inspect.TagWords;

/** The settings of a Type 2 tag in words. */
final class Type2Words {

  private static final String NOT_READ =
      "not known: the chip's settings cannot be told for certain";

  private Type2Words() {}

  static TagWords of(TagSnapshot read) {
    Optional<TagConfiguration> settings = read.configuration();
    return new TagWords(
        knownBy(read.identity()),
        memoryOf(read),
        locksOf(read),
        settings.map(it -> read.asksForPassword() ? passwordIn(it) : "none").orElse(NOT_READ),
        settings.map(Type2Words::mirrorIn).orElse(NOT_READ));
  }

  private static String knownBy(TagIdentity identity) {
    return switch (identity) {
      case TagIdentity.ByVersion(TagModel model) when model == TagModel.ULTRALIGHT_C ->
          "its own answer to AUTHENTICATE";
      case TagIdentity.ByVersion version -> "its own answer to GET_VERSION";
      case TagIdentity.ByContainer container -> "the size that it tells (capability container)";
      case TagIdentity.Ambiguous ambiguous ->
          "the size that it tells (capability container), which several chips have";
      case TagIdentity.Foreign foreign -> "nothing that is known here";
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
    return "a password for %s, from page %02X on (AUTH0)"
        .formatted(
            settings.isReadProtected() ? "reading and writing" : "writing",
            settings.passwordFrom());
  }

  private static String mirrorIn(TagConfiguration settings) {
    return settings
        .mirror()
        .map(Type2Words::windowText)
        .orElse("off")
        .concat(settings.isLocked() ? ", and the settings are locked for ever (CFGLCK)" : "");
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
}
