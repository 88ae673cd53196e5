package tapwright.server.app.claim;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.claim.RmaEvent;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.server.app.World;
import tapwright.server.record.goods.Rma;

/** A card that came back for a claim and waits to be looked at. */
public final class ReceivedGoods {

  private ReceivedGoods() {}

  /** The return of the card, which was received. */
  public static Rma of(World world, CardId card) {
    RunReturns.Wanted wanted = new RunReturns.Wanted(Optional.empty(), Optional.empty());
    Rma issued =
        World.done(
                world
                    .claims
                    .returns()
                    .issue(World.SHOP, World.key("rma"), claim(world, card), wanted)
                    .join())
            .rma();
    RunReturns.Leg leg = new RunReturns.Leg(RmaEvent.Step.RECEIVED, Optional.empty(), "", "");
    return World.done(world.claims.returns().move(World.SHOP, issued.id(), leg).join()).rma();
  }

  private static String claim(World world, CardId card) {
    ClaimRequest request =
        new ClaimRequest(
            card,
            ClaimKind.REFUND,
            Reason.DEFECTIVE,
            Optional.empty(),
            EnumSet.allOf(Evidence.class),
            Map.of());
    return World.done(world.decideClaims.decide(World.SHOP, World.key("claim"), request).join())
        .id();
  }
}
