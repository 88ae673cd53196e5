package tapwright.core;

/**
 * The stable name of an expected "no" with the one template of its message.
 *
 * <p>Implemented by one enum an area; docs/refusals.md has an entry for each code.
 */
public interface RefusalCode {

  /** Lower-case words joined by hyphens, never changed once published. */
  String code();

  /** The message, with each detail as {@code {name}}. */
  String template();

  /** A refusal for this reason; details come as name, value, name, value. */
  default Refusal with(Object... details) {
    return Refusal.of(this, details);
  }
}
