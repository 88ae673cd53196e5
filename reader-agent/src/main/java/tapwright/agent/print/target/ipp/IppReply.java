package tapwright.agent.print.target.ipp;

import java.util.List;

/**
 * What a printer answers.
 *
 * @param status how the request went
 * @param groups what it told, in its order
 */
public record IppReply(IppStatus status, List<IppGroup> groups) {

  public IppReply {
    groups = List.copyOf(groups);
  }

  /** The first group of job attributes; empty where there is none. */
  public IppGroup job() {
    return first(IppTag.JOB_ATTRIBUTES);
  }

  /** Each group of job attributes. */
  public List<IppGroup> jobs() {
    return groups.stream().filter(group -> group.tag() == IppTag.JOB_ATTRIBUTES).toList();
  }

  /** Each group of printer attributes. */
  public List<IppGroup> printers() {
    return groups.stream().filter(group -> group.tag() == IppTag.PRINTER_ATTRIBUTES).toList();
  }

  /** The first group of printer attributes; empty where there is none. */
  public IppGroup printer() {
    return first(IppTag.PRINTER_ATTRIBUTES);
  }

  /** What the printer says in words beside its status; may be empty. */
  public String words() {
    return first(IppTag.OPERATION_ATTRIBUTES).text("status-message").orElse("");
  }

  private IppGroup first(int tag) {
    return groups.stream()
        .filter(group -> group.tag() == tag)
        .findFirst()
        .orElseGet(() -> new IppGroup(tag, List.of()));
  }
}
