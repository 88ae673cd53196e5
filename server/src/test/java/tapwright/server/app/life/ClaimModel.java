package tapwright.server.app.life;

import static tapwright.core.claim.ClaimState.APPEALED;
import static tapwright.core.claim.ClaimState.CLOSED;
import static tapwright.core.claim.ClaimState.DECIDED;
import static tapwright.core.claim.ClaimState.OVERRIDDEN;
import static tapwright.core.claim.ClaimState.REVIEW;
import static tapwright.core.claim.ClaimState.RULED;
import static tapwright.core.claim.ClaimState.WAITING;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.Shipping;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.Verdict;

/** What a claim should be by now, with its tasks and the goods that come back. */
final class ClaimModel {

  final String id;
  final CardModel card;
  ClaimState state;
  long version = 1;
  int decisions = 1;
  final Map<Integer, String> done = new HashMap<>();
  final Map<String, Goods> goods = new HashMap<>();

  ClaimModel(String id, CardModel card, String outcome) {
    this.id = id;
    this.card = card;
    this.state = after(outcome);
  }

  /** Goods that come back under a number. */
  static final class Goods {
    RmaState state = RmaState.ISSUED;
    Verdict verdict = Verdict.UNKNOWN;
    @Nullable Disposition disposition;
    final Instant end;

    Goods(Instant end) {
      this.end = end;
    }

    boolean may(RmaEvent.Step step) {
      return switch (step) {
        case SENT, EXPIRED, CANCELLED -> state == RmaState.ISSUED;
        case RECEIVED -> List.of(RmaState.ISSUED, RmaState.SENT, RmaState.EXPIRED).contains(state);
      };
    }

    boolean mayBeInspected() {
      return state == RmaState.RECEIVED || state == RmaState.INSPECTED;
    }

    boolean mayBecome(Disposition to, CardModel card) {
      return state == RmaState.INSPECTED
          && switch (verdict) {
            case WORKS -> card.mayGo(to);
            case DEFECTIVE, TAMPERED, UNKNOWN -> to != Disposition.RESTOCK && card.mayGo(to);
            case NOT_OURS -> to == Disposition.SEND_BACK;
          };
    }

    void becomes(Disposition to, CardModel card) {
      state = RmaState.DISPOSED;
      disposition = to;
      if (verdict != Verdict.NOT_OURS) {
        card.goes(to);
      } else if (card.shipping == Shipping.RETURNED && card.may(Step.SHIPPED)) {
        card.happens(Step.SHIPPED);
      }
    }

    boolean isUnderWay() {
      return state != RmaState.DISPOSED && state != RmaState.EXPIRED && state != RmaState.CANCELLED;
    }
  }

  Goods goods(String rma) {
    return Objects.requireNonNull(goods.get(rma));
  }

  static ClaimState after(String outcome) {
    return switch (outcome) {
      case "needs-info" -> WAITING;
      case "review" -> REVIEW;
      default -> DECIDED;
    };
  }

  boolean mayBeRuled() {
    return List.of(WAITING, REVIEW, APPEALED).contains(state);
  }

  boolean mayBeOverridden() {
    return List.of(DECIDED, RULED, OVERRIDDEN, APPEALED).contains(state);
  }

  boolean mayBeAppealed() {
    return List.of(DECIDED, RULED, OVERRIDDEN).contains(state);
  }

  boolean isOpen() {
    return state != CLOSED;
  }

  /** Whether the act can be of use now. */
  boolean may(Act act) {
    return switch (act) {
      case RULE -> mayBeRuled();
      case OVERRIDE -> mayBeOverridden();
      case APPEAL -> mayBeAppealed();
      case PARCEL -> goods.values().stream().anyMatch(Goods::isUnderWay);
      case INSPECT -> goods.values().stream().anyMatch(Goods::mayBeInspected);
      case DISPOSE -> goods.values().stream().anyMatch(one -> one.state == RmaState.INSPECTED);
      default -> isOpen();
    };
  }

  void now(ClaimState next) {
    state = next;
    version++;
  }

  @Override
  public String toString() {
    return "claim " + id + " " + state + " v" + version;
  }
}
