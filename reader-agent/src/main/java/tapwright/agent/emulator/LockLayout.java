package tapwright.agent.emulator;

/** How a chip locks pages from 16 on by the bits of one page, which can only ever be set. */
sealed interface LockLayout permits DynamicLock, UltralightCLock {

  /** The page that holds the bits. */
  int page();

  /** Whether a bit locks that page. */
  boolean covers(int candidate);

  /** Whether that page is locked while the lock page holds these bits. */
  boolean locks(byte[] bits, int candidate);

  /** What the page holds after a WRITE: bits are added, unless their block-locking bit is set. */
  byte[] merge(byte[] old, byte[] written);
}
