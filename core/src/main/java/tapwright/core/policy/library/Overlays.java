package tapwright.core.policy.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tapwright.core.Checked;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.pack.Overlay;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.text.PolicyText;
import tapwright.core.yaml.Malformed;
import tapwright.core.yaml.Reading;
import tapwright.core.yaml.YamlNode;

/** The overlays of statutory rights that there are, and the settings that switch them on. */
public final class Overlays {

  private final List<Overlay> overlays;

  private Overlays(List<Overlay> overlays) {
    this.overlays = List.copyOf(overlays);
  }

  /** The overlays that are part of the product. */
  public static Overlays shipped() {
    return new Overlays(ShippedPacks.overlays());
  }

  public List<Overlay> all() {
    return overlays;
  }

  /**
   * The packs, each with the overlays that the settings switch on for its id.
   *
   * @param settings a mapping of pack ids to lists of overlay ids: {@code b-rigardz: [law-in]}
   */
  public Checked<Packs> switchedOn(Packs packs, PolicyText settings) {
    return Reading.of(
        () -> {
          YamlNode root = settings.root();
          Map<String, List<Overlay>> byPack = new LinkedHashMap<>();
          root.names().entries().forEach((id, named) -> byPack.put(id, named(packs, id, named)));
          return over(packs, byPack);
        });
  }

  private List<Overlay> named(Packs packs, String packId, YamlNode named) {
    if (packs.all().stream().noneMatch(pack -> pack.id().equals(packId))) {
      throw named.wrong("under the id of a pack: " + ids(packs));
    }
    return named.list().stream().map(item -> find(item.text(), item.place())).toList();
  }

  private static String ids(Packs packs) {
    return packs.all().stream().map(Pack::id).distinct().collect(Collectors.joining(", "));
  }

  /** The packs, each with the named overlays beside those that it has. */
  public Checked<Packs> onAll(Packs packs, List<String> names) {
    return Reading.of(
        () -> {
          List<Overlay> chosen = names.stream().map(name -> find(name, "--overlay")).toList();
          Map<String, List<Overlay>> byPack = new LinkedHashMap<>();
          packs.all().forEach(pack -> byPack.put(pack.id(), chosen));
          return over(packs, byPack);
        });
  }

  private Overlay find(String id, String place) {
    return overlays.stream()
        .filter(overlay -> overlay.id().equals(id) || overlay.key().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    PolicyRefusal.OVERLAY_UNKNOWN.with(
                        "place",
                        place,
                        "seen",
                        YamlNode.shortened(id),
                        "allowed",
                        overlays.stream().map(Overlay::id).collect(Collectors.joining(", ")))));
  }

  private static Packs over(Packs packs, Map<String, List<Overlay>> byPack) {
    List<Pack> combined = new ArrayList<>();
    for (Pack pack : packs.all()) {
      combined.add(over(pack, byPack.getOrDefault(pack.id(), List.of())));
    }
    return Packs.of(combined);
  }

  private static Pack over(Pack pack, List<Overlay> overlays) {
    Pack combined = pack;
    for (Overlay overlay : overlays) {
      if (!combined.overlays().contains(overlay)) {
        combined =
            switch (combined.withOverlay(overlay)) {
              case Checked.Passed<Pack> taken -> taken.value();
              case Checked.Refused<Pack> refused -> throw new Malformed(refused.refusal());
            };
      }
    }
    return combined;
  }
}
