package org.openedx.devdata.service.aspects.derived;

import java.util.function.Consumer;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseException;
import org.openedx.devdata.service.aspects.AspectsNames;

/** Makes a server read the dictionaries of a site again. Stateless. */
public final class DictionaryReload {

  private DictionaryReload() {}

  /**
   * Reloads all, each after those that it reads.
   *
   * @param progress receives a line for each
   * @throws ClickHouseException when the server refuses one
   */
  public static void all(ClickHouse server, AspectsNames names, Consumer<String> progress) {
    Refresh refresh = new Refresh(server, names, progress);
    DerivedTables.readEverywhere(server, names).steps().stream()
        .filter(step -> step.kind() == Derived.Kind.DICTIONARY)
        .forEach(refresh::run);
  }
}
