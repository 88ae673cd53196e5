package tapwright.agent.print.text;

/** How heavy letters are. */
public enum Weight {
  REGULAR,
  BOLD
}
