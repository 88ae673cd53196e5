package tapwright.agent.station.journal;

/**
 * Something the server has to be told.
 *
 * @param eventId the station's key, by which the server takes it once
 * @param owner the job that it is about
 * @param body the event as JSON
 */
public record OutboxEvent(String eventId, String owner, String body) {}
