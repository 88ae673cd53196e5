package tapwright.core.policy;

/** What a functional test of the chip gave. */
public enum ChipTest implements Word {
  PASSES,
  FAILS
}
