package tapwright.core.wire;

/** A contact as it travels; a field that is not known is empty. */
public record WireContact(
    String name, String title, String company, String phone, String email, String url) {

  /** Says nothing of whom it names: a log or an error may show it. */
  @Override
  public String toString() {
    return "a contact";
  }
}
