package tapwright.server.nodes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tapwright.core.tap.ReadCounter;

/**
 * What one card's record may hold, by what was sent and what was answered; owned by one phone.
 *
 * <p>Reads are noted each by its counter. The others are alike, so they are noted by kind.
 */
final class CardModel {

  /** So far behind is late and no more than late, whatever of the newer ones was stored. */
  private static final int SURELY_LATE = 40;

  private static final int KEPT = 512;
  private static final int MOST_SKIPPED = 4;

  private final SampleCard card;
  private final boolean journaled;
  private final Map<Integer, Tally> reads = new HashMap<>();
  private final Map<HitKind, Tally> others = new EnumMap<>(HitKind.class);
  private final List<Integer> used = new ArrayList<>();
  private final List<Integer> skipped = new ArrayList<>();
  private int highestSent = SampleCard.BASELINE;
  private int highestAnswered = SampleCard.BASELINE;

  /**
   * A card of which nothing was sent yet.
   *
   * @param journaled whether hits may wait in a journal before they go on record: one that was
   *     answered out of it is never too old
   */
  CardModel(SampleCard card, boolean journaled) {
    this.card = card;
    this.journaled = journaled;
  }

  SampleCard card() {
    return card;
  }

  Map<Integer, Tally> reads() {
    return reads;
  }

  Tally others(HitKind kind) {
    return others.computeIfAbsent(kind, ignored -> new Tally());
  }

  /** A request of the kind; a fresh read where there is none of the kind yet. */
  HitRequest draw(HitKind kind, RandomGenerator random) {
    return switch (kind) {
      case FRESH, TWICE -> fresh(kind, random);
      case LATE -> late(random);
      case TOO_OLD -> tooOld(random);
      case REPLAY -> used.isEmpty() ? fresh(HitKind.FRESH, random) : replay(random);
      case PREVIEW ->
          new HitRequest(
              kind,
              HitRequest.preview(card.read(highestSent + 1), random.nextInt(3)),
              others(kind));
      case FORGED -> other(kind, card.forged(highestSent + 1));
      case SCAN -> other(kind, card.print());
    };
  }

  private HitRequest other(HitKind kind, String path) {
    return new HitRequest(kind, HitRequest.get(path), others(kind));
  }

  private HitRequest fresh(HitKind kind, RandomGenerator random) {
    int gap = random.nextInt(4) == 0 ? 1 + random.nextInt(MOST_SKIPPED) : 0;
    for (int i = 1; i <= gap; i++) {
      keep(skipped, highestSent + i);
    }
    highestSent += gap + 1;
    keep(used, highestSent);
    return read(kind, highestSent);
  }

  private HitRequest late(RandomGenerator random) {
    if (skipped.isEmpty() || highestSent - skipped.getLast() > SURELY_LATE) {
      return fresh(HitKind.FRESH, random);
    }
    int counter = skipped.removeLast();
    keep(used, counter);
    return read(HitKind.LATE, counter);
  }

  private HitRequest tooOld(RandomGenerator random) {
    if (skipped.isEmpty() || highestAnswered - skipped.getFirst() <= ReadCounter.LATE_LIMIT) {
      return fresh(HitKind.FRESH, random);
    }
    return read(HitKind.TOO_OLD, skipped.removeFirst());
  }

  private HitRequest replay(RandomGenerator random) {
    return read(HitKind.REPLAY, used.get(random.nextInt(used.size())));
  }

  private static void keep(List<Integer> counters, int counter) {
    counters.add(counter);
    if (counters.size() > KEPT) {
      counters.removeFirst();
    }
  }

  private HitRequest read(HitKind kind, int counter) {
    Tally tally = reads.computeIfAbsent(counter, ignored -> new Tally());
    if (kind != HitKind.TOO_OLD || card.signer().isEmpty() || journaled) {
      tally.mayCount();
    }
    return new HitRequest(kind, HitRequest.get(card.read(counter)), tally);
  }

  /** Notes that the request was answered. */
  void answered(HitRequest request) {
    request.tally().answer();
    switch (request.kind()) {
      case FRESH, TWICE -> {
        request.tally().mustCount();
        highestAnswered = Math.max(highestAnswered, highestSent);
      }
      case LATE -> request.tally().mustCount();
      case TOO_OLD -> {
        if (card.signer().isEmpty()) {
          request.tally().mustCount();
        }
      }
      // A read that was given up before it was answered may come as its own replay, long after.
      case REPLAY, PREVIEW, FORGED, SCAN -> {}
    }
  }
}
