package tapwright.core.tag;

import java.util.Optional;
import tapwright.core.Checked;

/** Which chip a tag is, and how sure that is. */
public sealed interface TagIdentity {

  /** The chip said so itself: by GET_VERSION, or as only Ultralight C answers AUTHENTICATE. */
  record ByVersion(TagModel model) implements TagIdentity {
    @Override
    public String name() {
      return model.label();
    }
  }

  /** Its capability container is one that no other known chip has. */
  record ByContainer(TagModel model) implements TagIdentity {
    @Override
    public String name() {
      return model.label();
    }
  }

  /**
   * Several chips have its capability container; their data area is the same, nothing else is.
   *
   * @param name all that it may be
   */
  record Ambiguous(String name) implements TagIdentity {}

  /** None that is taken: its data area is read as its container says, and nothing is written. */
  record Foreign() implements TagIdentity {
    @Override
    public String name() {
      return "unknown chip";
    }
  }

  String name();

  /** The model, where it is one. */
  default Optional<TagModel> knownModel() {
    return switch (this) {
      case ByVersion(TagModel model) -> Optional.of(model);
      case ByContainer(TagModel model) -> Optional.of(model);
      case Ambiguous ambiguous -> Optional.empty();
      case Foreign foreign -> Optional.empty();
    };
  }

  /**
   * What a tag is by its container alone, for readers that pass no GET_VERSION.
   *
   * <p>NTAG213 and Ultralight C both say 12h, with the same pages 04 to 27h, and so on: such a tag
   * can be written in its data area, but nothing outside of it may be touched.
   */
  static Checked<TagIdentity> ofContainer(CapabilityContainer container) {
    return switch (container.value().at(2)) {
      case 0x3E -> Checked.passed(new ByContainer(TagModel.NTAG215));
      case 0x6D -> Checked.passed(new ByContainer(TagModel.NTAG216));
      case 0x12 -> Checked.passed(new Ambiguous("NTAG213 or Ultralight C"));
      case 0x10 -> Checked.passed(new Ambiguous("Ultralight EV1 MF0UL21 or NTAG212"));
      case 0x06 -> Checked.passed(new Ambiguous("Ultralight, Ultralight EV1 MF0UL11 or NTAG210"));
      default ->
          Checked.refused(
              TagRefusal.CONTAINER_UNKNOWN.with(
                  "seen", container.value(), "allowed", "06, 10, 12, 3E and 6D"));
    };
  }
}
