package tapwright.core.yaml;

/** What can be wrong with any text; each kind of text has a refusal of its own for it. */
public enum YamlFault {
  /** It is no YAML, or uses a part of YAML that is not taken. Details: place, problem. */
  MALFORMED,
  /** A key that the format does not have. Details: place, key, allowed. */
  KEY_UNKNOWN,
  /** The same key twice in one mapping. Details: place, key. */
  KEY_TWICE,
  /** A key that the format needs. Details: place, owner, key, allowed. */
  KEY_MISSING,
  /** A value that its key does not allow. Details: place, key, seen, allowed. */
  VALUE_WRONG
}
