package org.openedx.devdata.spec;

import java.util.List;

/**
 * Says that a field, or each item of a list, names a record of a kind.
 *
 * @param kind the kind, or, where a service reads what another one writes, what its kind is called
 * @param fields that kind's fields by which it is named; the first that fits counts
 * @param required whether what is named must exist, in the specs or in the database; if not, it
 *     must only be spelled as there
 */
public record Naming(String kind, List<String> fields, boolean required) {

  public Naming {
    fields = List.copyOf(fields);
  }
}
