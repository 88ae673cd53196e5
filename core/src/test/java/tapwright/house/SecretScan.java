package tapwright.house;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks for planted secrets and people in all that a program left: files of any kind, byte by byte,
 * and texts that it said; in whatever form they may have got there.
 */
public final class SecretScan {

  private static final int SHORTEST = 4;

  /** 30 bits: fewer digits than that stand in any large file by chance. */
  private static final int SHORTEST_BASE64 = 5;

  /** Each planted thing by its name, with the forms in which it may stand somewhere. */
  private final Map<String, List<String>> planted = new LinkedHashMap<>();

  private final List<Allowed> allowed = new ArrayList<>();

  /**
   * A planted thing in a place.
   *
   * @param planted its name, not itself
   */
  public record Found(String planted, String place) {}

  /**
   * Where a planted thing may stand.
   *
   * @param planted its name, or the beginning of the names of several
   * @param places a glob over the place's name
   * @param reason why it may
   */
  public record Allowed(String planted, String places, String reason) {

    private boolean covers(Found found) {
      return found.planted.startsWith(planted)
          && FileSystems.getDefault()
              .getPathMatcher("glob:" + places)
              .matches(Path.of(found.place));
    }
  }

  /** Looks for a text too: a name, an address, a token. */
  public SecretScan text(String name, String text) {
    List<String> forms = new ArrayList<>();
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      forms.add(latin(text.getBytes(charset)));
    }
    forms.addAll(forms(text.getBytes(StandardCharsets.UTF_8)));
    planted.put(name, List.copyOf(forms));
    return this;
  }

  /** Looks for bytes too: a key, a password. */
  public SecretScan bytes(String name, byte[] bytes) {
    List<String> forms = new ArrayList<>(forms(bytes));
    forms.addAll(forms(reversed(bytes)));
    planted.put(name, List.copyOf(forms));
    return this;
  }

  /** Does not report these. */
  public SecretScan allowing(List<Allowed> all) {
    allowed.addAll(all);
    return this;
  }

  private static List<String> forms(byte[] bytes) {
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException(
          bytes.length + " bytes stand anywhere by chance, allowed are " + SHORTEST + " or more");
    }
    String hex = HexFormat.of().formatHex(bytes);
    List<String> forms = new ArrayList<>();
    forms.add(latin(bytes));
    forms.add(latin(reversed(bytes)));
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    for (int before = 0; before < 3; before++) {
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String digits = withinBase64(bytes, before, encoder);
        if (digits.length() >= SHORTEST_BASE64) {
          forms.add(digits);
        }
      }
    }
    return forms;
  }

  /**
   * What of the bytes is sure to stand in a Base64 text (RFC 4648 section 4) in which so many
   * others come before them, of each three: the digits at both ends depend on the neighbours.
   */
  private static String withinBase64(byte[] bytes, int before, Base64.Encoder encoder) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String digits = encoder.withoutPadding().encodeToString(shifted);
    int end = digits.length() - (shifted.length % 3 == 0 ? 0 : 1);
    return digits.substring((before * 8 + 5) / 6, end);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** What stands in the files below the folder, or in their names, where it may not. */
  public List<Found> folder(Path folder) throws IOException {
    List<Found> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String place = folder.relativize(file).toString();
        found.addAll(in("name of/" + place, latin(place.getBytes(StandardCharsets.UTF_8))));
        if (Files.isRegularFile(file)) {
          found.addAll(in(place, latin(Files.readAllBytes(file))));
        }
      }
    }
    return found;
  }

  /** What stands in a text that was said, where it may not. */
  public List<Found> said(String place, String text) {
    return in(place, latin(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Found> in(String place, String content) {
    List<Found> found = new ArrayList<>();
    planted.forEach(
        (name, forms) -> {
          Found one = new Found(name, place);
          if (forms.stream().anyMatch(content::contains)
              && allowed.stream().noneMatch(entry -> entry.covers(one))) {
            found.add(one);
          }
        });
    return found;
  }
}
