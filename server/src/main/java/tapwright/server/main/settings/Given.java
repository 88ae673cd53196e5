package tapwright.server.main.settings;

/**
 * The text that somebody gave to a setting.
 *
 * @param place where it was given, as messages name it
 */
record Given(Setting<?> setting, String text, String place) {

  /** The text as it may be shown to anybody. */
  String shown() {
    return setting.kind().shown().apply(text);
  }

  boolean isAllowed() {
    return setting.kind().reader().apply(text).isPresent();
  }
}
