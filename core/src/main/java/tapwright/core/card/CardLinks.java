package tapwright.core.card;

import java.net.URI;
import java.util.Locale;

/**
 * The links of a card: one for the chip, one for the print, one to share.
 *
 * <p>The print's is upper case, because a QR symbol in alphanumeric mode (ISO/IEC 18004 section
 * 7.3.4) has fewer and larger modules.
 *
 * @param publicUrl scheme and host under which the server is reached
 */
public record CardLinks(URI publicUrl) {

  /** The path of the chip's link, before the slug. */
  public static final String CHIP_PATH = "/t/";

  /** The path of the print's link, before the slug. */
  public static final String PRINT_PATH = "/Q/";

  /** The path of the page that shows whose card it is, before the slug. */
  public static final String SHARE_PATH = "/s/";

  public CardLinks {
    if (publicUrl.getScheme() == null || publicUrl.getRawAuthority() == null) {
      throw new IllegalArgumentException(
          "public URL is " + publicUrl + ", allowed are a scheme and a host");
    }
  }

  /** {@code https://HOST/t/SLUG}. */
  public String chipLink(Slug slug) {
    return origin() + CHIP_PATH + slug;
  }

  /** {@code HTTPS://HOST/Q/SLUG}. */
  public String printLink(Slug slug) {
    return origin().toUpperCase(Locale.ROOT) + PRINT_PATH + slug;
  }

  /** {@code https://HOST/s/SLUG}: the page that the holder shares. */
  public String shareLink(Slug slug) {
    return origin() + SHARE_PATH + slug;
  }

  private String origin() {
    return (publicUrl.getScheme() + "://" + publicUrl.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
