package tapwright.core.tap;

/** Why a hit was classed as it was. */
public enum Reason {
  /** The chip's counter shows a read that was not seen before. */
  NEW_COUNTER,
  /** The chip's counter shows a read that was not seen before and that newer ones overtook. */
  LATE_COUNTER,
  /**
   * The chip's counter shows a read that was not seen before, but too many followed each other too
   * fast for hands: counted, and told to whoever decides.
   */
  QUICK_SUCCESSION,
  /** The chip's link, on a card whose chip does not count. */
  CHIP_LINK,
  /** The chip's link without the counter that this chip puts in whenever it is read. */
  MIRROR_MISSING,
  /** The chip's link without the signature that this chip puts in whenever it is read. */
  SIGNATURE_MISSING,
  /** The print's link. */
  PRINT_LINK,
  /** The page that shows whose card it is was opened. */
  SHARE_PAGE,
  /** The card's contact was saved. */
  CONTACT_SAVED,
  /** The same browser asked for this card within the last seconds. */
  SAME_BROWSER,
  /** The chip's counter shows a read that was seen before. */
  COUNTER_SEEN,
  /** The chip's signed counter is so far behind the highest that the link was held back. */
  COUNTER_TOO_OLD,
  /**
   * The chip's counter stands at its end, where each read shows the same: whether this one is new
   * cannot be told any more.
   */
  COUNTER_STOPPED,
  /** The chip's counter shows a read of the station that made the card. */
  STATION_READ,
  /** HEAD asks for no content, so nobody sees it. */
  HEAD_REQUEST,
  /** The browser says that it fetches ahead of its user. */
  PREFETCH,
  /** The browser says that it fetches for another page, and does not go there. */
  NO_VISIT,
  /** The agent is one that draws previews or crawls. */
  PREVIEW_AGENT,
  /** The UID in the link is not that of the card's chip. */
  UID_OF_ANOTHER_CHIP,
  /** The mirror's place holds something that no chip writes. */
  MIRROR_MALFORMED,
  /** The signature's place holds something that no chip writes. */
  SIGNATURE_MALFORMED,
  /** What the link says was not signed with the keys of the card's chip. */
  SIGNATURE_WRONG
}
