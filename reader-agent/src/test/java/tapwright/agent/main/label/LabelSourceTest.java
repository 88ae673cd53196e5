package tapwright.agent.main.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tapwright.agent.print.job.LabelKey;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.print.template.Templates;

class LabelSourceTest {

  private static final String LINK = "HTTPS://TAP.EXAMPLE.COM/Q/0123456789";
  private static final LabelTemplate TEMPLATE =
      Templates.shipped().named("template", "desk-label").orThrow();

  /** Else it would come out once more, as a copy that nobody has. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theLinkOfACardThatWasMadeHere_isThatCardsCopy(int copy) {
    LabelOrder made =
        new LabelOrder(new LabelKey(LINK, "other", copy), "line 2", LabelContent.of(LINK));

    assertEquals(List.of(new LabelKey(LINK, TEMPLATE.id(), copy)), keys(Optional.of(made)));
  }

  @Test
  void anyOtherLink_isTheFirst() {
    assertEquals(List.of(new LabelKey(LINK, TEMPLATE.id(), 1)), keys(Optional.empty()));
  }

  private static List<LabelKey> keys(Optional<LabelOrder> made) {
    LabelSource source = CommandLine.populateCommand(new LabelSource(), LINK);
    LabelSource.Reading reading =
        source.orders(TEMPLATE, card -> card.equals(LINK) ? made : Optional.empty());
    return switch (reading) {
      case LabelSource.Reading.Sound(List<LabelOrder> orders) ->
          orders.stream().map(LabelOrder::key).toList();
      case LabelSource.Reading.Faulty faulty -> throw new AssertionError(faulty);
    };
  }
}
