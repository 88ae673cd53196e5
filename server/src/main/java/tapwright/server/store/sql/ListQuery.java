package tapwright.server.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.server.record.list.Page;

/** A query for a part of a list, put together condition by condition; its order comes last. */
public final class ListQuery {

  private final StringBuilder text;
  private final List<Object> values = new ArrayList<>();

  /**
   * A query.
   *
   * @param start up to and with its first condition
   */
  public ListQuery(String start, Object... values) {
    this.text = new StringBuilder(start);
    this.values.addAll(List.of(values));
  }

  public ListQuery and(String condition) {
    text.append(" AND ").append(condition);
    return this;
  }

  /** A condition with one placeholder, where there is a value for it. */
  public ListQuery and(String condition, Optional<?> value) {
    value.ifPresent(
        one -> {
          and(condition);
          values.add(one);
        });
    return this;
  }

  /** The part, by an instant and by a text that tells rows of one instant apart. */
  public ListQuery oldestFirst(String at, String key, Page page) {
    return part(page, "(%s, %s) > (?, ?)".formatted(at, key), at + ", " + key);
  }

  /** The same the other way round. */
  public ListQuery newestFirst(String at, String key, Page page) {
    return part(page, "(%s, %s) < (?, ?)".formatted(at, key), at + " DESC, " + key + " DESC");
  }

  private ListQuery part(Page page, String behind, String order) {
    page.after()
        .ifPresent(
            place -> {
              and(behind);
              values.add(place.at());
              values.add(place.key());
            });
    text.append(" ORDER BY ").append(order).append(" LIMIT ?");
    values.add(page.limit());
    return this;
  }

  public <T> List<T> on(Sql sql, Sql.RowReader<T> reader) {
    return sql.list(text.toString(), reader, values.toArray());
  }
}
