package tapwright.agent.main.demo;

/**
 * A card of the demo, from its order on.
 *
 * @param sample whom it is for
 * @param cardId the server's key
 * @param link what its chip leads to, without mirror
 * @param qrLink what its print leads to
 */
record DemoCard(SampleContact sample, String cardId, String link, String qrLink) {}
