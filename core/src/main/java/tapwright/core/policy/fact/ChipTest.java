package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** What a functional test of the chip gave. */
public enum ChipTest implements Word {
  PASSES,
  FAILS
}
