package tapwright.server.record.access;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;

/** The codes on record by which stations come in. */
public interface Enrolments {

  void add(Enrolment enrolment);

  /** Uses the code up; empty where it is unknown, was used, or has ended. Of any seller's. */
  Optional<Enrolment> use(Bytes codeHash, Instant now);
}
