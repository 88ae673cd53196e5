package tapwright.core.policy;

/** How a returned item's packaging was found on inspection. */
public enum Packaging implements Word {
  COMPLETE,
  MISSING
}
