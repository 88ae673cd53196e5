package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** What a customer can send along with a claim, or what shows who sent it. */
public enum Evidence implements Word {
  ORDER_NUMBER,
  REASON,
  DESCRIPTION,
  PHOTO_PRODUCT,
  PHOTO_PACKAGING,
  SCREENSHOT,
  TRACKING,
  OWNER_VERIFIED,
  WRITTEN
}
