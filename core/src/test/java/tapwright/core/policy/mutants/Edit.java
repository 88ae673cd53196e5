package tapwright.core.policy.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of a YAML tree.
 *
 * @param what what is changed, for people
 * @param path the keys and indexes that lead to the changed value
 * @param value what stands there then; null where it is taken out
 */
record Edit(String what, List<Object> path, @Nullable Object value) {

  Edit {
    path = List.copyOf(path);
  }

  /** A copy of the tree with the change made. */
  Object in(Object tree) {
    return in(tree, path);
  }

  private Object in(Object tree, List<Object> left) {
    Object step = left.getFirst();
    List<Object> rest = left.subList(1, left.size());
    return tree instanceof Map<?, ?> map
        ? inMap(map, (String) step, rest)
        : inList((List<?>) tree, (Integer) step, rest);
  }

  private Map<Object, Object> inMap(Map<?, ?> map, String key, List<Object> rest) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    Object old = copy.get(key);
    if (!rest.isEmpty() && old != null) {
      copy.put(key, in(old, rest));
    } else if (value != null) {
      copy.put(key, value);
    } else {
      copy.remove(key);
    }
    return copy;
  }

  private List<Object> inList(List<?> list, int index, List<Object> rest) {
    List<Object> copy = new ArrayList<>(list);
    if (!rest.isEmpty()) {
      copy.set(index, in(copy.get(index), rest));
    } else if (value != null) {
      copy.set(index, value);
    } else {
      copy.remove(index);
    }
    return copy;
  }
}
