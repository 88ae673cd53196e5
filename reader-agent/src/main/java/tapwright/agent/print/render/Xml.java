package tapwright.agent.print.render;

/** Text in XML. */
final class Xml {

  private Xml() {}

  /** Fit for an attribute in double quotes (XML 1.0, section 2.4). */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
