package tapwright.core.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of a return with every event. */
class RmaLifeTest {

  private static final List<String> TABLE =
      List.of(
          "sent issued sent",
          "received issued received",
          "received sent received",
          "received expired received",
          "expired issued expired",
          "cancelled issued cancelled",
          "inspected received inspected",
          "inspected inspected inspected",
          "disposed inspected disposed");

  private static Map<String, RmaEvent> events() {
    return Map.of(
        "sent", RmaEvent.Step.SENT,
        "received", RmaEvent.Step.RECEIVED,
        "expired", RmaEvent.Step.EXPIRED,
        "cancelled", RmaEvent.Step.CANCELLED,
        "inspected", new RmaEvent.Inspected(Verdict.WORKS),
        "disposed", new RmaEvent.Disposed(Verdict.WORKS, Disposition.RESTOCK));
  }

  private static String expected(RmaState state, String event) {
    return TABLE.stream()
        .map(line -> line.split(" ", -1))
        .filter(row -> row[0].equals(event) && row[1].equals(state.word()))
        .map(row -> row[2])
        .findFirst()
        .orElse("rma-step-not-allowed");
  }

  private static String seen(RmaMove move) {
    return switch (move) {
      case RmaMove.Moved moved -> moved.state().word();
      case RmaMove.Refused refused -> refused.refusal().code().code();
    };
  }

  @Test
  void everyStateWithEveryEvent_isAsTheTableSays() {
    events()
        .forEach(
            (word, event) ->
                Stream.of(RmaState.values())
                    .forEach(
                        state ->
                            assertEquals(
                                expected(state, word),
                                seen(RmaLife.apply(state, event)),
                                state + " " + word)));
  }

  @ParameterizedTest
  @CsvSource({
    "works,restock,disposed",
    "works,scrap,disposed",
    "works,send_back,disposed",
    "defective,restock,rma-disposition-not-allowed",
    "defective,scrap,disposed",
    "tampered,restock,rma-disposition-not-allowed",
    "tampered,send_back,disposed",
    "unknown,restock,rma-disposition-not-allowed",
    "unknown,scrap,disposed",
    "not_ours,scrap,rma-disposition-not-allowed",
    "not_ours,send_back,disposed"
  })
  void disposition_isAllowedByWhatWasFound(String verdict, String disposition, String expected) {
    RmaEvent event =
        new RmaEvent.Disposed(
            Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
            Disposition.valueOf(disposition.toUpperCase(Locale.ROOT)));

    assertEquals(expected, seen(RmaLife.apply(RmaState.INSPECTED, event)));
  }
}
