package tapwright.agent.print.target.ipp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tapwright.core.Bytes;

/**
 * What is asked of a printer, without the document that may follow.
 *
 * <pre>
 * bytes  are (RFC 8010, section 3.1.1)
 * 2      version-number
 * 2      operation-id
 * 4      request-id
 * 1      operation-attributes-tag, its attributes behind it
 * 1      job-attributes-tag, likewise, where there are any
 * 1      end-of-attributes-tag
 * </pre>
 *
 * @param operationAttributes without the two that always come first (RFC 8011, section 4.1.4.1)
 * @param jobAttributes how the job is to be printed; may be empty
 */
public record IppRequest(
    IppOperation operation,
    List<IppAttribute> operationAttributes,
    List<IppAttribute> jobAttributes) {

  /** IPP/1.1, which every printer of today still answers (RFC 8011, section 4.1.8). */
  private static final Bytes VERSION = Bytes.of(1, 1);

  /** One request goes over one connection at a time, so that all may have the same number. */
  private static final Bytes REQUEST_ID = Bytes.of(0, 0, 0, 1);

  public IppRequest {
    operationAttributes = List.copyOf(operationAttributes);
    jobAttributes = List.copyOf(jobAttributes);
  }

  static IppRequest of(IppOperation operation, IppAttribute... attributes) {
    return new IppRequest(operation, List.of(attributes), List.of());
  }

  /** The same with more to ask. */
  IppRequest with(IppAttribute... attributes) {
    return new IppRequest(
        operation,
        Stream.concat(operationAttributes.stream(), Stream.of(attributes)).toList(),
        jobAttributes);
  }

  /** The same with more to say of the job. */
  IppRequest forJob(IppAttribute... attributes) {
    return new IppRequest(
        operation,
        operationAttributes,
        Stream.concat(jobAttributes.stream(), Stream.of(attributes)).toList());
  }

  Bytes encode() {
    List<Bytes> parts = new ArrayList<>();
    parts.add(VERSION.plus(twoBytes(operation.code())).plus(REQUEST_ID));
    parts.add(Bytes.of(IppTag.OPERATION_ATTRIBUTES));
    parts.add(encoded(IppAttribute.charset()));
    parts.add(encoded(IppAttribute.language()));
    operationAttributes.forEach(attribute -> parts.add(encoded(attribute)));
    if (!jobAttributes.isEmpty()) {
      parts.add(Bytes.of(IppTag.JOB_ATTRIBUTES));
      jobAttributes.forEach(attribute -> parts.add(encoded(attribute)));
    }
    parts.add(Bytes.of(IppTag.END_OF_ATTRIBUTES));
    return parts.stream().reduce(Bytes.EMPTY, Bytes::plus);
  }

  /** Each value with the name before it; behind the first one the name is empty. */
  private static Bytes encoded(IppAttribute attribute) {
    Bytes all = Bytes.EMPTY;
    String name = attribute.name();
    for (IppValue value : attribute.values()) {
      all =
          all.plus(Bytes.of(value.tag()))
              .plus(counted(Bytes.ofUtf8(name)))
              .plus(counted(value.encoded()));
      name = "";
    }
    return all;
  }

  private static Bytes counted(Bytes bytes) {
    return twoBytes(bytes.size()).plus(bytes);
  }

  private static Bytes twoBytes(int value) {
    return Bytes.of(value >>> 8 & 0xFF, value & 0xFF);
  }
}
