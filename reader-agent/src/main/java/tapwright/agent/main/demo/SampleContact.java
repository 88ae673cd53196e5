package tapwright.agent.main.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tapwright.core.wire.WireContact;

/**
 * One row of the demo's CSV.
 *
 * @param order the order number
 * @param pack the policy pack that the sale is under
 */
record SampleContact(WireContact contact, String order, String pack) {

  private static final String RESOURCE = "/tapwright/demo/contacts.csv";

  /** As many as are asked for; behind the last row of the CSV the first comes again. */
  static List<SampleContact> first(int count) {
    List<SampleContact> rows = read();
    List<SampleContact> contacts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SampleContact row = rows.get(i % rows.size());
      int round = i / rows.size();
      contacts.add(round == 0 ? row : row.ofRound(round));
    }
    return contacts;
  }

  private SampleContact ofRound(int round) {
    return new SampleContact(contact, order + "-" + (round + 1), pack);
  }

  private static List<SampleContact> read() {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var stream = SampleContact.class.getResourceAsStream(RESOURCE);
        var reader =
            new InputStreamReader(
                java.util.Objects.requireNonNull(stream, RESOURCE), StandardCharsets.UTF_8);
        CSVParser rows = format.parse(reader)) {
      return rows.stream().map(SampleContact::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SampleContact of(CSVRecord row) {
    WireContact contact =
        new WireContact(
            row.get("name"),
            row.get("title"),
            row.get("company"),
            row.get("phone"),
            row.get("email"),
            row.get("url"));
    return new SampleContact(contact, row.get("order"), row.get("pack"));
  }
}
