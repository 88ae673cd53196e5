package tapwright.agent.station.batch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of a batch, in any order; only name and url must be there. The account is for the
 * server alone, so that one table serves both.
 */
enum BatchColumn {
  NAME,
  TITLE,
  COMPANY,
  PHONE,
  EMAIL,
  URL,
  ORDER,
  ACCOUNT,
  PACK;

  /** What the header calls it. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isRequired() {
    return this == NAME || this == URL;
  }

  static Optional<BatchColumn> ofHeader(String header) {
    return Arrays.stream(values())
        .filter(column -> column.header().equalsIgnoreCase(header.strip()))
        .findFirst();
  }

  static String headers() {
    return Arrays.stream(values()).map(BatchColumn::header).collect(Collectors.joining(", "));
  }
}
