package tapwright.server.app.life;

import static tapwright.core.card.CardState.ACTIVE;
import static tapwright.core.card.CardState.BLANK;
import static tapwright.core.card.CardState.ENCODED;
import static tapwright.core.card.CardState.EXPIRED;
import static tapwright.core.card.CardState.ISSUED;
import static tapwright.core.card.CardState.REPLACED;
import static tapwright.core.card.CardState.RESTOCKED;
import static tapwright.core.card.CardState.REVOKED;
import static tapwright.core.card.CardState.SCRAPPED;
import static tapwright.core.card.CardState.VERIFIED;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Shipping;
import tapwright.core.card.Slug;
import tapwright.core.claim.Disposition;
import tapwright.server.record.goods.CarrierScan;

/** What a card should be by now: plain fields, changed by rules that are written here anew. */
final class CardModel {

  /** The order in which cards come to their ends. */
  static final Comparator<CardModel> BY_END =
      Comparator.comparing((CardModel card) -> Objects.requireNonNull(card.end))
          .thenComparingLong(card -> card.id.value());

  /** How often an adopted card was used before. */
  private static final int ADOPTED_TAPS = 41;

  final CardId id;
  final Slug slug;
  final String job;
  final @Nullable CardModel before;
  @Nullable CardModel after;
  String person;
  String target;
  String uid = "";
  CardState state = BLANK;
  Shipping shipping = Shipping.AT_SELLER;
  final Set<Hold> holds = EnumSet.noneOf(Hold.class);
  @Nullable Step told;
  boolean waits;
  boolean moved;
  boolean wasInUse;

  /** What its chip holds nobody has read here. */
  boolean isUnread;

  boolean isStale;
  @Nullable Instant end;
  int counter = 2;
  long taps;
  long version;

  CardModel(CardId id, Slug slug, String job, @Nullable CardModel before) {
    this.id = id;
    this.slug = slug;
    this.job = job;
    this.before = before;
    this.person = before == null ? id.toString() : before.person;
    this.target = before == null ? "" : before.target;
  }

  boolean isAlive() {
    return List.of(BLANK, ENCODED, VERIFIED, ISSUED, ACTIVE).contains(state);
  }

  boolean isSuspended() {
    return isAlive() && !holds.isEmpty();
  }

  boolean isOver(Instant now) {
    return isAlive() && end != null && !end.isAfter(now);
  }

  /** Its time is over, unless what happened meanwhile ended it before. */
  void ends() {
    if (isAlive()) {
      happens(Step.EXPIRED);
    }
  }

  private boolean is(CardState... states) {
    return List.of(states).contains(state);
  }

  private boolean isAt(Shipping... places) {
    return List.of(places).contains(shipping);
  }

  /** Whether this may happen to it. */
  boolean may(Step step) {
    return switch (step) {
      case ISSUED -> is(VERIFIED) && holds.isEmpty();
      case ACTIVATED -> is(ISSUED) && holds.isEmpty();
      case SHIPPED ->
          holds.isEmpty()
              && (is(VERIFIED)
                  || (is(ISSUED, ACTIVE) && isAt(Shipping.AT_SELLER, Shipping.RETURNED)));
      case DELIVERED ->
          is(ISSUED, ACTIVE, REVOKED, REPLACED, EXPIRED)
              && isAt(Shipping.AT_SELLER, Shipping.SHIPPED);
      case RETURNED ->
          is(ISSUED, ACTIVE, REVOKED, REPLACED, EXPIRED)
              && isAt(Shipping.SHIPPED, Shipping.DELIVERED);
      case REVOKED, EXPIRED, CONTACT_SET -> isAlive();
      case SCRAPPED -> is(ENCODED, VERIFIED, REVOKED, REPLACED, EXPIRED);
      case RESTOCKED -> may(Step.SCRAPPED) && isAt(Shipping.AT_SELLER, Shipping.RETURNED);
      case TRANSFER_DETECTED -> is(ISSUED, ACTIVE) && !moved;
      case TRANSFER_SETTLED -> is(ISSUED, ACTIVE) && moved;
      case ENCODED, VERIFIED -> is(BLANK, ENCODED);
      case REPLACED, REPLACEMENT_CANCELLED, CONTENT_OUTDATED, CONTENT_REWRITTEN -> false;
    };
  }

  /** Whether that may become of it with the parcel that it came back in. */
  boolean mayGo(Disposition to) {
    return switch (to) {
      case SCRAP -> is(SCRAPPED) || may(Step.SCRAPPED);
      case RESTOCK -> is(RESTOCKED) || may(Step.SCRAPPED);
      case SEND_BACK -> isAway() || may(Step.SHIPPED);
    };
  }

  /** What is settled for goods that are here was home before, whatever was told of it. */
  void goes(Disposition to) {
    Step end = to == Disposition.SCRAP ? Step.SCRAPPED : Step.RESTOCKED;
    if (to == Disposition.SEND_BACK) {
      if (!isAway()) {
        happens(Step.SHIPPED);
      }
    } else if (!is(SCRAPPED, RESTOCKED)) {
      if (isAway()) {
        happens(Step.RETURNED);
      }
      happens(end);
    }
  }

  private boolean isAway() {
    return isAt(Shipping.SHIPPED, Shipping.DELIVERED);
  }

  /** A carrier said where it is: it is there, or its history says that it was told. */
  void isScanned(CarrierScan.Kind kind) {
    Step step =
        switch (kind) {
          case SHIPPED -> Step.SHIPPED;
          case DELIVERED -> Step.DELIVERED;
          case CAME_BACK -> Step.RETURNED;
          case UNDELIVERED, POSTED_BACK -> null;
        };
    if (step == null) {
      return;
    }
    told = step;
    if (may(step)) {
      happens(step);
    } else if (!isThere(step)) {
      version++;
    }
  }

  /** Whether a carrier told last what somebody says now. */
  boolean isTold(Step step) {
    return told == step && isThere(step);
  }

  private boolean isThere(Step step) {
    return switch (step) {
      case SHIPPED -> isAt(Shipping.SHIPPED);
      case DELIVERED -> isAt(Shipping.DELIVERED);
      case RETURNED -> isAt(Shipping.RETURNED);
      default -> false;
    };
  }

  boolean mayBeReplaced() {
    return is(ISSUED, ACTIVE, REVOKED, EXPIRED) && !waits;
  }

  void happens(Step step) {
    if (step == Step.SHIPPED && is(VERIFIED)) {
      happens(Step.ISSUED);
    }
    version++;
    switch (step) {
      case ISSUED -> state = ISSUED;
      case ACTIVATED -> {
        state = ACTIVE;
        wasInUse = true;
      }
      case SHIPPED -> shipping = Shipping.SHIPPED;
      case DELIVERED -> shipping = Shipping.DELIVERED;
      case RETURNED -> shipping = Shipping.RETURNED;
      case REVOKED -> state = REVOKED;
      case EXPIRED -> state = EXPIRED;
      case SCRAPPED -> state = SCRAPPED;
      case RESTOCKED -> state = RESTOCKED;
      case VERIFIED -> state = VERIFIED;
      case TRANSFER_DETECTED -> moved = true;
      case TRANSFER_SETTLED -> moved = false;
      case CONTACT_SET -> {
        if (isUnread && !isStale) {
          isStale = true;
          version++;
        }
      }
      case REPLACED, REPLACEMENT_CANCELLED, CONTENT_OUTDATED, CONTENT_REWRITTEN, ENCODED ->
          throw new AssertionError(step);
    }
    settle();
  }

  /** The one that waits for this one is replaced, or waits no more. */
  void settle() {
    if (before == null || before.after != this || !before.waits) {
      return;
    }
    if (wasInUse || is(REPLACED)) {
      before.isReplaced();
    } else if (!isAlive()) {
      before.after = null;
      before.waits = false;
      before.version++;
    }
  }

  private void isReplaced() {
    if (is(ISSUED, ACTIVE, REVOKED, EXPIRED)) {
      state = REPLACED;
      waits = false;
      version++;
      settle();
    }
  }

  /** It was given out, and perhaps came into use, before it came on record. */
  void isAdopted(boolean active) {
    state = VERIFIED;
    version = 1;
    isUnread = true;
    counter = ADOPTED_TAPS;
    happens(Step.ISSUED);
    if (active) {
      happens(Step.ACTIVATED);
    }
  }

  /** A tap changes the card alone; who waits for it follows with the next round. */
  void tapped() {
    taps++;
    if (is(ISSUED) && holds.isEmpty()) {
      state = ACTIVE;
      wasInUse = true;
      version++;
    }
  }

  void isHeld(Hold hold) {
    holds.add(hold);
    version++;
    settle();
  }

  void isReleased(Hold hold) {
    holds.remove(hold);
    version++;
    settle();
  }

  /** Where its slug leads. */
  String leads() {
    CardModel best = null;
    for (CardModel next = after; next != null; next = next.after) {
      best = next.state == ACTIVE && next.holds.isEmpty() ? next : best;
    }
    if (best != null) {
      return to(best.target);
    }
    if (!holds.isEmpty() && isAlive()) {
      return "SUSPENDED";
    }
    return switch (state) {
      case BLANK, ENCODED, VERIFIED -> "NOT_ISSUED";
      case ISSUED, ACTIVE -> to(target);
      case REPLACED -> to("");
      case REVOKED, EXPIRED, SCRAPPED, RESTOCKED -> "REVOKED";
    };
  }

  private static String to(String target) {
    return target.isEmpty() ? "NO_TARGET" : target;
  }

  @Override
  public String toString() {
    return "%s %s%s%s %s v%d taps %d%s"
        .formatted(
            id,
            state,
            holds,
            waits ? " waits" : "",
            shipping,
            version,
            taps,
            moved ? " moved" : "");
  }
}
