package tapwright.server.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** Statements on one connection, each prepared once; used by one thread at a time. */
public final class Sql {

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<String, SellerPlaces> places = new HashMap<>();

  /** Whose rows alone may be touched; null for those of all. */
  private @Nullable SellerId seller;

  public Sql(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  public Dialect dialect() {
    return dialect;
  }

  /**
   * Does a work of one seller: until it is done, every statement that does not say that it is about
   * this seller's rows fails as a defect.
   */
  public <T> T forSeller(SellerId whose, Supplier<T> work) {
    if (seller != null && !seller.equals(whose)) {
      throw new IllegalStateException("a work of seller " + seller + " begins one of " + whose);
    }
    return boundTo(whose, work);
  }

  /**
   * Leaves a seller's rows for one question that only all of them can answer, such as whether a
   * slug is in use. Who calls this is in a list that a test keeps.
   */
  public <T> T acrossSellers(Supplier<T> question) {
    return boundTo(null, question);
  }

  private <T> T boundTo(@Nullable SellerId whose, Supplier<T> work) {
    SellerId before = seller;
    seller = whose;
    try {
      return work.get();
    } finally {
      seller = before;
    }
  }

  /** Runs a statement that changes rows; answers how many. */
  public int update(String statement, @Nullable Object... values) {
    try {
      return bound(statement, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(statement, e);
    }
  }

  /** Runs a statement that must change exactly one row. */
  public void updateOne(String statement, @Nullable Object... values) {
    int rows = update(statement, values);
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows changed, not 1, by: " + statement);
    }
  }

  /** Changes one row as it was read, unless another transaction has changed it since. */
  public void updateAsRead(String statement, @Nullable Object... values) {
    if (update(statement, values) == 0) {
      throw dialect.overtaken(statement);
    }
  }

  /**
   * Runs a statement once for each of the items, each of which must change exactly one row.
   *
   * @param values what the statement is given of an item
   */
  public <T> void updateEach(
      String statement, Collection<T> items, Function<T, @Nullable Object[]> values) {
    if (items.isEmpty()) {
      return;
    }
    List<@Nullable Object[]> all = items.stream().map(values).toList();
    int[] rows;
    try {
      PreparedStatement batch = prepared(statement);
      for (@Nullable Object[] one : all) {
        requireSeller(statement, one);
        bind(batch, one);
        batch.addBatch();
      }
      rows = batch.executeBatch();
    } catch (SQLException e) {
      throw failed(statement, e);
    }
    if (!Arrays.stream(rows).allMatch(count -> count == 1)) {
      throw new IllegalStateException("not 1 row an item was changed by: " + statement);
    }
  }

  public <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... values) {
    try (ResultSet rows = bound(query, values).executeQuery()) {
      List<T> all = new ArrayList<>();
      Row row = new Row(rows);
      while (rows.next()) {
        all.add(reader.read(row));
      }
      return all;
    } catch (SQLException e) {
      throw failed(query, e);
    }
  }

  public <T> Optional<T> one(String query, RowReader<T> reader, @Nullable Object... values) {
    List<T> all = list(query, reader, values);
    if (all.size() > 1) {
      throw new IllegalStateException(all.size() + " rows, not 1, for: " + query);
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /** The rows whose column has one of the values. */
  public <T> List<T> listAmong(
      String query, String column, Collection<String> values, RowReader<T> reader) {
    return list(query + " WHERE " + dialect.among(column), reader, dialect.list(values));
  }

  /**
   * Runs several queries, joined by semicolons, in one round trip where the engine can; each has
   * its own taker of rows.
   */
  public void queries(String queries, List<RowTaker> takers, @Nullable Object... values) {
    try {
      PreparedStatement statement = bound(queries, values);
      statement.execute();
      for (RowTaker taker : takers) {
        try (ResultSet rows = statement.getResultSet()) {
          Row row = new Row(rows);
          while (rows.next()) {
            taker.take(row);
          }
        }
        statement.getMoreResults();
      }
    } catch (SQLException e) {
      throw failed(queries, e);
    }
  }

  /** Runs several statements, joined by semicolons, in one round trip where the engine can. */
  public void statements(String statements, List<?> values) {
    try {
      bound(statements, values.toArray()).execute();
    } catch (SQLException e) {
      throw failed(statements, e);
    }
  }

  /**
   * As {@link #statements}, the last of which ends the transaction: what its failure means, the
   * caller has to judge. Answers what the engine warned of.
   */
  public @Nullable SQLWarning runLast(String statements, List<?> values) throws SQLException {
    PreparedStatement statement = bound(statements, values.toArray());
    statement.execute();
    return statement.getWarnings();
  }

  /** What the failure means; the statement is made anew when it is needed again. */
  private RuntimeException failed(String statement, SQLException e) {
    forget(statement);
    return dialect.failure(statement, e);
  }

  /** SQLite's driver closes a statement that fails, and says so only when it is used again. */
  private void forget(String text) {
    try (PreparedStatement _ = prepared.remove(text)) {
      return;
    } catch (SQLException e) {
      // It is of no use in any case.
      return;
    }
  }

  private PreparedStatement bound(String text, @Nullable Object... values) throws SQLException {
    requireSeller(text, values);
    PreparedStatement statement = prepared(text);
    bind(statement, values);
    return statement;
  }

  private void requireSeller(String text, @Nullable Object[] values) {
    if (seller != null) {
      places.computeIfAbsent(text, SellerPlaces::of).require(seller, values);
    }
  }

  private PreparedStatement prepared(String text) throws SQLException {
    PreparedStatement statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    return statement;
  }

  private void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  private void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(index, null);
      case String text -> statement.setString(index, dialect.text(text));
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case Boolean yes -> statement.setBoolean(index, yes);
      case Instant at -> statement.setLong(index, Micros.of(at));
      case Bytes bytes -> statement.setBytes(index, bytes.toArray());
      case long[] column -> statement.setObject(index, column);
      case int[] column -> statement.setObject(index, column);
      case Object[] column -> statement.setObject(index, column);
      default -> throw new IllegalArgumentException("value is a " + value.getClass());
    }
  }

  /** Makes a value of one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /** Takes one row after the other. */
  @FunctionalInterface
  public interface RowTaker {
    void take(Row row) throws SQLException;
  }

  /** One row of a result. */
  public static final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
      this.rows = rows;
    }

    public String text(String column) throws SQLException {
      String value = rows.getString(column);
      if (value == null) {
        throw new IllegalStateException(column + " is null");
      }
      return value;
    }

    public long number(String column) throws SQLException {
      return rows.getLong(column);
    }

    public boolean yes(String column) throws SQLException {
      return rows.getBoolean(column);
    }

    public Instant instant(String column) throws SQLException {
      return Micros.toInstant(rows.getLong(column));
    }

    public Bytes bytes(String column) throws SQLException {
      return Bytes.copyOf(rows.getBytes(column));
    }

    public boolean isNull(String column) throws SQLException {
      return rows.getObject(column) == null;
    }

    /** The column's value, where it has one. */
    public <T> Optional<T> maybe(String column, RowReader<T> reader) throws SQLException {
      return isNull(column) ? Optional.empty() : Optional.of(reader.read(this));
    }
  }
}
