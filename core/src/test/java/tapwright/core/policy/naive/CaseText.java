package tapwright.core.policy.naive;

import java.util.ArrayList;
import java.util.List;

/** Writes a case in the case format, each part on one line. */
final class CaseText {

  private final PlainCase plain;

  CaseText(PlainCase plain) {
    this.plain = plain;
  }

  String yaml(String name, String expect) {
    return "  - name: \"%s\"\n    claim: {%s}\n    facts: {%s}\n    expect: {%s}\n"
        .formatted(name, claim(), String.join(", ", facts()), expect);
  }

  private String claim() {
    String asked =
        "kind: %s, reason: %s, at: \"%s\"".formatted(plain.kind(), plain.reason(), plain.at());
    return plain.evidence().size() == Vocabulary.EVIDENCE.size()
        ? asked
        : asked + ", evidence: " + plain.evidence();
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    plain.values().entrySet().stream()
        .filter(value -> !value.getKey().startsWith("dispute"))
        .forEach(value -> facts.add(value.getKey() + ": " + value.getValue()));
    plain.flags().forEach(flag -> facts.add(flag + ": true"));
    plain.events().forEach((event, at) -> facts.add("%s: \"%s\"".formatted(event, at)));
    if (plain.values().containsKey("disputeKind")) {
      facts.add(
          "dispute: {kind: %s, status: %s}"
              .formatted(plain.values().get("disputeKind"), plain.values().get("disputeStatus")));
    }
    if (plain.price() != null) {
      facts.add("price: \"" + plain.price() + "\"");
    }
    uses(facts);
    return facts;
  }

  private void uses(List<String> facts) {
    PlainCase.Uses uses = plain.uses();
    if (uses.each() != null) {
      List<String> each = uses.each().stream().map(CaseText::use).toList();
      facts.add("usage: [" + String.join(", ", each) + "]");
    }
    if (uses.taps() != null) {
      facts.add("taps: " + uses.taps());
    }
    if (uses.shares() != null) {
      facts.add("shares: " + uses.shares());
    }
  }

  private static String use(PlainCase.Use use) {
    return "{at: \"%s\", taps: %d, shares: %d}".formatted(use.at(), use.taps(), use.shares());
  }
}
