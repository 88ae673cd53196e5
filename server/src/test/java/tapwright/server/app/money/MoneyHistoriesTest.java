package tapwright.server.app.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.server.app.NewRecord;

/** Random lives of orders' money: what comes in, goes back and is left is the same everywhere. */
class MoneyHistoriesTest implements NewRecord {

  private static final long SEED = 20_260_302;
  private static final int FEW = 12;
  private static final int THOUSAND = 1_000;

  @TempDir private Path folder;

  private List<String> lived(long seed, int histories, UnaryOperator<Payments> between) {
    List<String> wrong = new ArrayList<>();
    try (MoneyWorld world = new MoneyWorld(newRecord(folder), RefundLimits.NONE, between)) {
      for (int i = 0; i < histories; i++) {
        wrong.addAll(new MoneyHistory(world, seed + i).live());
      }
    }
    return wrong;
  }

  @Test
  void someHistories_conserveMoney() {
    assertEquals(List.of(), lived(SEED, FEW, payments -> payments));
  }

  /** Ten thousand in all, a thousand at a time. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  @Tag("long")
  void thousandHistories_conserveMoney(int thousands) {
    assertEquals(
        List.of(), lived(SEED + (long) thousands * THOUSAND, THOUSAND, payments -> payments));
    System.out.println("money: " + THOUSAND + " histories, thousand " + thousands);
  }

  /** As if a call that is made again were a new one. */
  @Test
  void plantedFaultThatPaysAnew_isFound() {
    assertFalse(lived(SEED, FEW, KeyOfEachCall::new).isEmpty());
  }

  /** As if no answer meant that nothing was done. */
  @Test
  void plantedFaultThatTakesSilenceForNo_isFound() {
    assertFalse(lived(SEED, FEW, SilenceIsNo::new).isEmpty());
  }

  /** Draws a key for each call, and finds nothing by that of the refund. */
  private record KeyOfEachCall(Payments payments, AtomicInteger calls) implements Payments {

    KeyOfEachCall(Payments payments) {
      this(payments, new AtomicInteger());
    }

    @Override
    public CompletableFuture<PaymentOutcome> refund(Wanted wanted) {
      return payments.refund(
          new Wanted(
              wanted.key() + "-" + calls.incrementAndGet(),
              wanted.payment(),
              wanted.amount(),
              wanted.order()));
    }

    @Override
    public CompletableFuture<PaymentOutcome> find(Wanted wanted) {
      return payments.find(wanted);
    }
  }

  /** Takes a call that was not answered for one that was refused. */
  private record SilenceIsNo(Payments payments) implements Payments {

    @Override
    public CompletableFuture<PaymentOutcome> refund(Wanted wanted) {
      return payments
          .refund(wanted)
          .thenApply(
              outcome ->
                  outcome instanceof PaymentOutcome.Silent(String reason)
                      ? new PaymentOutcome.Refused(reason)
                      : outcome);
    }

    @Override
    public CompletableFuture<PaymentOutcome> find(Wanted wanted) {
      return payments.find(wanted);
    }
  }
}
