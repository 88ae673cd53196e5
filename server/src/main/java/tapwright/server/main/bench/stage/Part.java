package tapwright.server.main.bench.stage;

/** Something that a benchmark starts and ends. */
public interface Part extends AutoCloseable {

  @Override
  void close();
}
