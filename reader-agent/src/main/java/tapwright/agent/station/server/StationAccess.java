package tapwright.agent.station.server;

/** A server, and by what a station comes in there. */
public record StationAccess(ServerAddress server, StationToken token) {}
