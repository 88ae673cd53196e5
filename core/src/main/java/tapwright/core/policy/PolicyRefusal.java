package tapwright.core.policy;

import tapwright.core.RefusalCode;
import tapwright.core.yaml.YamlFault;

/** Why a pack or a case file is not taken. */
public enum PolicyRefusal implements RefusalCode {
  /** The file cannot be read as text. */
  FILE_UNREADABLE("policy-file-unreadable", "{file} cannot be read: {problem}"),
  /** A file that is not written over. */
  FILE_THERE("policy-file-there", "{file} is there already; allowed is a new name"),
  /** The text is no YAML, or uses a part of YAML that these files do without. */
  YAML_MALFORMED("policy-yaml-malformed", "{place}: {problem}"),
  /** A key that the format does not have. */
  KEY_UNKNOWN("policy-key-unknown", "{place}: key {key} is not known; allowed are {allowed}"),
  /** The same key twice in one mapping. */
  KEY_TWICE("policy-key-twice", "{place}: key {key} stands here twice; allowed is once"),
  /** A key that the format needs. */
  KEY_MISSING("policy-key-missing", "{place}: {owner} has no key {key}; it must have one"),
  /** A value that its key does not allow. */
  VALUE_WRONG("policy-value-wrong", "{place}: {key} is {seen}; allowed is {allowed}"),
  /** Two entries with one name. */
  NAME_TWICE("policy-name-twice", "{place}: {key} {seen} is there already; names are unique"),
  /** Clauses that override each other in a circle. */
  OVERRIDES_CIRCULAR(
      "policy-overrides-circular",
      "{place}: overrides run in a circle through {clauses}; allowed is one direction"),
  /** A version that would bind before the announced time is over. */
  NOTICE_SHORT(
      "policy-notice-short",
      "{place}: in force from {from}, but announced on {given} with {days} days' notice; allowed is"
          + " {allowed} or later"),
  /** A declared gap that would swallow whatever clauses leave over. */
  GAP_TOO_WIDE(
      "policy-gap-too-wide",
      "{place}: gap {gap} has no condition, but clause {clause} speaks of claims of kind {kind};"
          + " allowed is that only where no clause does"),
  /** Facts that no clause decides and that no gap declares. */
  GAP_UNDECLARED(
      "policy-gap-undeclared",
      "{place}: {problem}; allowed is a clause that decides them or a gap that names them; for"
          + " example {example}"),
  /** Two clauses that reach one claim and say different things. */
  OVERLAP(
      "policy-overlap",
      "{place}: {problem}; allowed is an override between them or a clash that names both; for"
          + " example {example}"),
  /** A clause that never decides anything. */
  CLAUSE_DEAD(
      "policy-clause-dead", "{place}: {problem}; allowed is a clause that some claim meets"),
  /** A version whose announcement is promised and not on file. */
  NOTICE_UNDATED(
      "policy-notice-undated",
      "{place}: {pack} follows {earlier}, and changes are promised {days} days ahead; allowed is a"
          + " notice with the date on which it was given"),
  /** Several versions, of which one does not say from when it binds. */
  VERSION_UNDATED(
      "policy-version-undated",
      "{place}: {pack} does not say from when it is in force, and there is {other} too; allowed is"
          + " one version alone, or a date for each"),
  /** Two versions of which neither is the later one. */
  VERSION_SAME_START(
      "policy-version-same-start",
      "{place}: {pack} is in force from {from} on, just as {other}; allowed is another day"),
  /** An overlay that would take something from the customer. */
  OVERLAY_TAKES(
      "policy-overlay-takes",
      "{place}: {key} is {seen}, and an overlay only adds; allowed is {allowed}"),
  /** An overlay that is neither shipped nor in the settings. */
  OVERLAY_UNKNOWN("policy-overlay-unknown", "{place}: no overlay {seen}; there are {allowed}"),
  /** A pack that is neither shipped nor in the settings. */
  PACK_UNKNOWN("policy-pack-unknown", "no pack {pack} is at hand; at hand are {known}"),
  /** A case that the file does not have. */
  CASE_UNKNOWN("policy-case-unknown", "{file} has no case named {case}; it has {names}");

  private final String code;
  private final String template;

  PolicyRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  /** What a policy's text with that fault is refused by. */
  public static PolicyRefusal of(YamlFault fault) {
    return switch (fault) {
      case MALFORMED -> YAML_MALFORMED;
      case KEY_UNKNOWN -> KEY_UNKNOWN;
      case KEY_TWICE -> KEY_TWICE;
      case KEY_MISSING -> KEY_MISSING;
      case VALUE_WRONG -> VALUE_WRONG;
    };
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
