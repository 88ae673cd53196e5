package tapwright.agent.print.template;

/** What a text part says. */
public sealed interface Wording {

  /** The same on every label. */
  record Fixed(String text) implements Wording {}

  /** A field of the content. */
  record OfField(LabelField field) implements Wording {}
}
