package tapwright.core.wire;

/**
 * A station asks what should lie in a parcel that came back.
 *
 * @param rma the return's number, as the customer wrote it on the parcel
 */
public record ReturnRequest(String rma) {}
