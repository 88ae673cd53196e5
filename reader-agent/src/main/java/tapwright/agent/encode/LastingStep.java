package tapwright.agent.encode;

/** What is written down before it is done, since it outlasts the message on the tag. */
public enum LastingStep {
  /** A password is being set; from here on the tag may ask for it. */
  PASSWORD,
  /** The password is being taken away. */
  PASSWORD_REMOVAL,
  /** Its pages take other content for a while; lifted meanwhile, it shows nothing. */
  WRITE_TEST,
  /** Pages are being made read-only; from here on they may be, for ever. */
  LOCK
}
