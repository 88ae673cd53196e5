package tapwright.core.wire;

/**
 * Asks for a station's token.
 *
 * @param code the code that staff were given for it
 */
public record EnrolRequest(String code) {

  @Override
  public String toString() {
    return "an enrolment";
  }
}
