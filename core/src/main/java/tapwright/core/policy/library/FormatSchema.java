package tapwright.core.policy.library;

import tapwright.core.policy.Word;

/** A JSON Schema (draft 2020-12) of one of the formats, by which editors complete and check. */
public enum FormatSchema implements Word {
  PACK,
  CASE;

  /** The name that its file has beside the texts that refer to it. */
  public String fileName() {
    return word() + ".schema.json";
  }

  /** The schema's text. */
  public String json() {
    return ShippedPacks.policyFile(fileName());
  }
}
