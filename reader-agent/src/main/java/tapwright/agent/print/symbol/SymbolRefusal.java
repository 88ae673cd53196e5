package tapwright.agent.print.symbol;

import tapwright.core.RefusalCode;

/** Why a symbol is not printed, in the order in which it is checked. */
public enum SymbolRefusal implements RefusalCode {
  /** Modules that no printer can print or no phone can read. */
  MODULE_SIZE("print-module-size", "{field} is {seen}; allowed are {allowed} millimetres"),

  /** Its modules would run into each other, or be too small for a phone. */
  TOO_SMALL(
      "symbol-too-small",
      "{field} has {seen} characters, whose symbol of {modules} modules gets {dots} dots of"
          + " {module} mm a module at {dpi} dpi; allowed are {leastDots} dots and {leastModule} mm or"
          + " more, so take a shorter link, a larger label or a finer printer"),

  /** Light modules on a dark ground, which many phones do not read. */
  INVERTED(
      "symbol-inverted",
      "the symbol has modules of lightness {seen} on a ground of {ground}; allowed are dark modules"
          + " on a light ground"),

  /** Paler than graded symbols may be. */
  PALE(
      "symbol-pale",
      "the symbol's modules and ground differ by {seen} per cent of lightness; allowed are"
          + " {allowed} or more"),

  /** Something else is printed where readers look for the symbol's edge. */
  QUIET_ZONE(
      "symbol-quiet-zone",
      "something dark is {seen} modules away from the symbol; allowed are {allowed} free modules on"
          + " each side"),

  /** The logo hides more than the symbol's correction mends. */
  LOGO_TOO_LARGE(
      "symbol-logo-too-large",
      "with a logo of {seen} per cent of its side the symbol is not read any more; allowed is what"
          + " correction {correction} mends, so make the logo smaller"),

  /** It was drawn, looked at as a phone would, and not found. */
  UNREADABLE(
      "symbol-unreadable",
      "the symbol is not read any more once it is {seen}; allowed is one that is"),

  /** It was read, and leads elsewhere. */
  SAYS_ANOTHER(
      "symbol-says-another",
      "the symbol reads as '{seen}'; allowed is only what the card is meant to say, '{allowed}'");

  private final String code;
  private final String template;

  SymbolRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
