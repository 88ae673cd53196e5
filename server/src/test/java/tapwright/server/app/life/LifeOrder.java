package tapwright.server.app.life;

import java.util.ArrayList;
import java.util.List;

/** An order of one seller with all that belongs to it. */
final class LifeOrder {
  final LifeWorld.Seller seller;
  final String number;
  final List<CardModel> cards = new ArrayList<>();
  final List<ClaimModel> claims = new ArrayList<>();
  final MoneyModel money = new MoneyModel();

  LifeOrder(LifeWorld.Seller seller, String number) {
    this.seller = seller;
    this.number = number;
  }

  String payment() {
    return "pi_" + number;
  }

  /** Cards that were adopted here were sold elsewhere. */
  boolean isSoldUnderAPack() {
    return !number.startsWith("A-");
  }
}
