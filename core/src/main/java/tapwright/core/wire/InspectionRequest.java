package tapwright.core.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a station found of the card in a parcel.
 *
 * @param rma the return's number
 * @param verdict {@code works}, {@code defective}, {@code tampered}, {@code not-ours} or {@code
 *     unknown}
 * @param uid the chip's UID; absent for a chip that does not answer
 * @param chip the chip's model, as {@code NTAG215}; absent likewise
 * @param chipTest whether its memory does what memory does: {@code passes} or {@code fails}; absent
 *     where that cannot be told
 * @param contentMatchesOrder whether it shows what it held when it was made; absent where nothing
 *     was compared
 * @param grounds the codes of the facts on which the verdict rests, as {@code content-as-written}
 */
public record InspectionRequest(
    String rma,
    String verdict,
    @Nullable String uid,
    @Nullable String chip,
    @Nullable String chipTest,
    @Nullable Boolean contentMatchesOrder,
    List<String> grounds) {

  public InspectionRequest {
    grounds = List.copyOf(grounds);
  }
}
