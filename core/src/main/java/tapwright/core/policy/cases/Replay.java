package tapwright.core.policy.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.policy.Word;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.FactsText;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;

/**
 * Decides again what was decided before, from what was kept with the decision alone.
 *
 * <p>The claim stands in the decision, the facts stand beside it, and the pack is named in it with
 * the hashes of its text and of its calendar; so the same bytes must come out.
 */
public final class Replay {

  private Replay() {}

  /**
   * A decision as it was kept.
   *
   * @param pack id and version, then those of overlays
   * @param packSha256 of the pack's text, as hexadecimal digits
   * @param calendarSha256 of zone, week and holidays, as hexadecimal digits
   * @param facts what was decided on, as {@link Facts#toText} writes it
   * @param decision as {@link Decision#canonicalBytes} gives it
   */
  public record Kept(
      String pack, String packSha256, String calendarSha256, Bytes facts, Bytes decision) {}

  /** What deciding again shows. */
  public enum Result {
    /** The same bytes came out. */
    SAME,
    /** Other bytes came out. */
    DIFFERS,
    /** Claim or facts are not in the form in which they are kept. */
    UNREADABLE,
    /** The pack or its calendar is not at hand as it was, so there is nothing to decide by. */
    PACK_NOT_AT_HAND
  }

  /**
   * What deciding again came to.
   *
   * @param decision the one that came out; empty where none could be taken
   */
  public record Again(Result result, Optional<Decision> decision) {

    private static Again without(Result result) {
      return new Again(result, Optional.empty());
    }
  }

  public static Result of(Kept kept, Packs packs) {
    return again(kept, packs).result();
  }

  /** Decides again. */
  public static Again again(Kept kept, Packs packs) {
    Optional<Pack> pack = packs.all().stream().filter(one -> isThatOf(kept, one)).findFirst();
    if (pack.isEmpty()) {
      return Again.without(Result.PACK_NOT_AT_HAND);
    }
    Optional<Claim> claim = claim(kept.decision().toUtf8());
    Optional<Facts> facts = FactsText.read(kept.facts().toUtf8());
    if (claim.isEmpty() || facts.isEmpty()) {
      return Again.without(Result.UNREADABLE);
    }
    Decision again = Engine.decide(pack.get(), pack.get().calendar(), claim.get(), facts.get());
    return new Again(
        again.canonicalBytes().equals(kept.decision()) ? Result.SAME : Result.DIFFERS,
        Optional.of(again));
  }

  private static boolean isThatOf(Kept kept, Pack pack) {
    return pack.key().equals(kept.pack())
        && pack.sha256().toHex().equals(kept.packSha256())
        && pack.calendar().sha256().toHex().equals(kept.calendarSha256());
  }

  /** The claim in the lines that begin with {@code /claim/}; empty where it is not whole. */
  private static Optional<Claim> claim(String decision) {
    Map<String, String> lines = new HashMap<>();
    Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    for (String line : decision.lines().filter(one -> one.startsWith("/claim/")).toList()) {
      String[] parts = line.split(" ", 2);
      if (parts[0].startsWith("/claim/evidence/")) {
        Word.find(List.of(Evidence.values()), parts[parts.length - 1]).ifPresent(evidence::add);
      }
      lines.put(parts[0], parts[parts.length - 1]);
    }
    return claim(lines, evidence);
  }

  private static Optional<Claim> claim(Map<String, String> lines, Set<Evidence> evidence) {
    try {
      Instant at = Instant.parse(lines.getOrDefault("/claim/at", ""));
      return Word.find(List.of(ClaimKind.values()), lines.getOrDefault("/claim/kind", ""))
          .flatMap(
              kind ->
                  Word.find(List.of(Reason.values()), lines.getOrDefault("/claim/reason", ""))
                      .map(reason -> new Claim(kind, reason, at, evidence)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
