package tapwright.core.wire;

/** A contact as it travels; a field that is not known is empty. */
public record WireContact(
    String name, String title, String company, String phone, String email, String url) {}
