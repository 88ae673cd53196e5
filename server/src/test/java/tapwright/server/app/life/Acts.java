package tapwright.server.app.life;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tapwright.server.app.Answer;
import tapwright.server.app.World;
import tapwright.server.record.order.IdempotencyKey;

/** What all acts need: chance, a node to ask, and where to say what was not as it should be. */
class Acts {
  final LifeWorld all;
  final Chance chance;
  final List<String> wrong;

  Acts(Acts same) {
    this(same.all, same.chance, same.wrong);
  }

  Acts(LifeWorld all, Chance chance, List<String> wrong) {
    this.all = all;
    this.chance = chance;
    this.wrong = wrong;
  }

  LifeWorld.Node node() {
    return all.node(chance.upTo(2));
  }

  IdempotencyKey key(String what) {
    return World.key(chance.name("life-" + what));
  }

  <T> T any(List<T> values) {
    return values.get(chance.upTo(values.size()));
  }

  boolean chance(int oneIn) {
    return chance.upTo(oneIn) == 0;
  }

  /** What the use case and the model say has to be one. */
  boolean agreed(String what, boolean expected, Answer<?> answer) {
    boolean done = answer instanceof Answer.Done<?>;
    if (done != expected) {
      wrong.add(what + " should be " + (expected ? "done" : "refused") + " and is " + answer);
    }
    return done && expected;
  }

  /**
   * Asks with a key: the record may fail before or after it is stored, and whoever asks may ask
   * twice; what happens, happens once.
   */
  <T> Answer<T> once(Supplier<CompletableFuture<Answer<T>>> ask) {
    if (chance(6)) {
      all.ledger.failNext(
          chance(2) ? FaultyLedger.Fault.BEFORE_COMMIT : FaultyLedger.Fault.AFTER_COMMIT, 0);
      Answer<T> _ = ask.get().exceptionally(failure -> Answer.refused(Looks.FAULT)).join();
      all.ledger.heal();
    }
    Answer<T> answer = ask.get().join();
    if (chance(6)) {
      boolean same = ask.get().join() instanceof Answer.Done<T> == answer instanceof Answer.Done<T>;
      if (!same) {
        wrong.add("asked again it is answered otherwise");
      }
    }
    return answer;
  }

  /** Asks without a key: the record may fail before it is stored. */
  <T> Answer<T> again(Supplier<CompletableFuture<Answer<T>>> ask) {
    if (chance(6)) {
      all.ledger.failNext(FaultyLedger.Fault.BEFORE_COMMIT, 0);
      Answer<T> _ = ask.get().exceptionally(failure -> Answer.refused(Looks.FAULT)).join();
      all.ledger.heal();
    }
    return ask.get().join();
  }
}
