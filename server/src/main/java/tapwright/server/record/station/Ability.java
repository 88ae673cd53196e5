package tapwright.server.record.station;

/** Which cards a station can make. */
public enum Ability {
  /** Those whose chips stay open, as stations of the first version make them. */
  OPEN_CHIPS,
  /** Those whose chips are locked, protected or sign their links as well. */
  ALL_CHIPS
}
