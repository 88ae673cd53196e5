package tapwright.core.tag.originality;

import java.util.Arrays;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * A key under which NXP signs the UIDs of a family of chips, as published.
 *
 * <p>Sources: application notes AN11350 (NTAG21x), AN11341 (Ultralight EV1) and AN12196 (NTAG 424
 * DNA, section 7.2), and proxmark3's originality.c, which has all of them; the last two are from
 * there alone.
 */
public enum MakerKey {
  NTAG_21X(
      "NTAG21x",
      Curve.SECP128R1,
      "494E1A386D3D3CFE3DC10E5DE68A499B1C202DB5B132393E89ED19FE5BE8BC61"),
  ULTRALIGHT_EV1(
      "Ultralight EV1",
      Curve.SECP128R1,
      "90933BDCD6E99B4E255E3DA55389A827564E11718E017292FAF23226A96614B8"),
  NTAG_424(
      "NTAG 424 DNA",
      Curve.SECP224R1,
      "8A9B380AF2EE1B98DC417FECC263F8449C7625CECE82D9B916C992DA"
          + "209D68422B81EC20B65A66B5102A61596AF3379200599316A00A1410"),
  NTAG_424_SECOND(
      "NTAG 424 DNA, second key",
      Curve.SECP224R1,
      "B304DC4C615F5326FE9383DDEC9AA892DF3A57FA7FFB3276192BC0EA"
          + "A252ED45A865E3B093A3D0DCE5BE29E92F1392CE7DE321E3E5C52B3A"),
  NXP_OTHER(
      "another key of NXP",
      Curve.SECP128R1,
      "A748B6A632FBEE2C0897702B33BEA1C074998E17B84ACA04FF267E5D2C91F6DC");

  private final String label;
  private final Curve curve;
  private final Point point;

  MakerKey(String label, Curve curve, String point) {
    this.label = label;
    this.curve = curve;
    this.point = Curve.pointOf(point);
  }

  /** Which chips bear signatures under it. */
  public String label() {
    return label;
  }

  /** Whether the signature is one under this key. */
  public boolean signed(Uid uid, Bytes signature) {
    return signature.size() == 2 * curve.coordinateBytes()
        && Signature.of(signature).signs(uid.value(), curve, point);
  }

  /** The key under which the UID was signed. */
  public static Optional<MakerKey> of(Uid uid, Bytes signature) {
    return Arrays.stream(values()).filter(key -> key.signed(uid, signature)).findFirst();
  }

  Curve curve() {
    return curve;
  }

  Point point() {
    return point;
  }
}
