package tapwright.core.tap;

/**
 * What one read of a chip is, now that the card's counter was asked.
 *
 * @param verdict what goes on record; only a tap used its counter value up
 * @param missed of a tap, how many reads before it never came here: with a new highest counter all
 *     those that it skipped, with a late one -1, since it had been counted among them. So the sum
 *     of {@code 1 + missed} over a card's taps is how far its counter came. 0 when it is no tap.
 * @param after the card's counter after it
 */
public record CountedRead(Verdict verdict, int missed, ReadCounter after) {}
