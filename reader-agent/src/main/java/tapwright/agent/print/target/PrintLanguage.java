package tapwright.agent.print.target;

/** In which form a target takes pages. */
public enum PrintLanguage {
  PDF("application/pdf"),
  PNG("image/png"),
  SVG("image/svg+xml"),
  ZPL("application/vnd.zebra-zpl");

  private final String mediaType;

  PrintLanguage(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As registered with IANA. */
  public String mediaType() {
    return mediaType;
  }
}
