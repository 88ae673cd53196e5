package tapwright.server.notify;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host; may take some seconds. */
@FunctionalInterface
public interface Resolver {

  List<InetAddress> addressesOf(String host) throws UnknownHostException;

  /** As the machine does it. */
  Resolver OF_MACHINE = host -> List.of(InetAddress.getAllByName(host));
}
