package tapwright.agent.emulator.type4;

import tapwright.core.Bytes;

/**
 * How a native command ended.
 *
 * @param status in its answer
 * @param data only with a status of success
 */
record Outcome(Status status, Bytes data) {

  static final Outcome DONE = new Outcome(Status.NATIVE_OK, Bytes.EMPTY);

  static Outcome of(Bytes data) {
    return new Outcome(Status.NATIVE_OK, data);
  }

  static Outcome refused(Status status) {
    return new Outcome(status, Bytes.EMPTY);
  }

  boolean isDone() {
    return status == Status.NATIVE_OK || status == Status.NATIVE_SIGNATURE_OK;
  }
}
