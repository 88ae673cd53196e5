package tapwright.server.record.card;

/**
 * What keeps a card's private parts unreadable at rest.
 *
 * @param contacts whom it speaks for
 * @param secrets what its chip is protected by
 */
public record Seals(ContactSeal contacts, SecretSeal secrets) {}
