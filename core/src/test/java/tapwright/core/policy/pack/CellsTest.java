package tapwright.core.policy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tapwright.core.policy.Samples.A;
import static tapwright.core.policy.Samples.B;
import static tapwright.core.policy.Samples.D;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.fact.Cause;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Plan;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.Term;

class CellsTest {

  @Test
  void valuesThatAPackTreatsAlike_shareOneRepresentative() {
    assertEquals(List.of(Line.SUBSCRIPTION, Line.CARD, Line.SETUP_FEE), D.cells().of(Choice.LINE));
    assertEquals(List.of(Term.MONTHLY, Term.ANNUAL, Term.ENTERPRISE), B.cells().of(Choice.TERM));
  }

  @Test
  void comparisonsInsideVariantsAndNegations_count() {
    assertEquals(List.of(Cause.SELLER, Cause.CUSTOMER), A.cells().of(Choice.CAUSE));
    assertEquals(
        List.of(Reason.CHANGE_OF_MIND, Reason.DAMAGED_IN_TRANSIT), D.cells().of(Choice.REASON));
  }

  @Test
  void factThatNoConditionReads_isOneCell() {
    assertEquals(List.of(Plan.BASIC), B.cells().of(Choice.PLAN));
  }
}
