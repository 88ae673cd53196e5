package tapwright.agent.pcsc;

/** Which provider of javax.smartcardio speaks to the machine's PC/SC service. */
public enum PcscStack {
  /** Ours: a wait holds up nobody else, and a restarted service is found again. */
  OWN,
  /** The platform's: one context for all, held by whoever waits, and kept for good. */
  JDK
}
