package org.openedx.devdata.service.lms.userstate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Fields of a state that a call is about: all, or those with the given names. Immutable.
 *
 * @param all whether all fields are meant
 * @param names the fields, when not all are meant; may be empty
 */
public record Fields(boolean all, List<String> names) {

  /** Every field. */
  public static final Fields ALL = new Fields(true, List.of());

  public Fields {
    names = names.stream().distinct().toList();
    if (all && !names.isEmpty()) {
      throw new IllegalArgumentException("all fields are meant, yet some are named: " + names);
    }
  }

  /** The named fields; with no name, none. */
  public static Fields named(String... names) {
    return new Fields(false, List.of(names));
  }

  /** The named fields; with no name, none. */
  public static Fields named(List<String> names) {
    return new Fields(false, names);
  }

  /** The named fields that the state has, in the order of the names. */
  public ObjectNode keep(ObjectNode state) {
    if (all) {
      return state;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      if (state.has(name)) {
        kept.set(name, state.get(name));
      }
    }
    return kept;
  }
}
