package tapwright.server.main.bench;

/** Something that a benchmark starts and ends. */
interface Part extends AutoCloseable {

  @Override
  void close();
}
