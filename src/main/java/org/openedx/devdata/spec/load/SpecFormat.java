package org.openedx.devdata.spec.load;

import java.util.List;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** Format of a top-level spec, for its reader, its schema and its reference page. */
public final class SpecFormat {

  /** The prototype's key for files that are in devstack and not in the service's container. */
  static final String IN_DEVSTACK = "spec_in_devstack";

  /** An item of the list; the first spelling is documented, the other is the prototype's. */
  public static final Kind SERVICES =
      new Kind(
          "services",
          List.of(),
          "The spec files to load, in this order; a service may be named several times.",
          List.of(
              text("ida", 100, "Service that the file is for.")
                  .withAliases("ida_name")
                  .asRequired(),
              text(
                      "path",
                      4096,
                      "Spec file: a path from this file's folder, an http address, or - for"
                          + " standard input.")
                  .withAliases("data_spec_path")
                  .asRequired(),
              Field.of(
                      IN_DEVSTACK,
                      new FieldType.Bool(),
                      "For files of the prototype. true: the path goes out from the folder in which"
                          + " devdata runs, as devstack read it from its own; false: as without"
                          + " the key.")
                  .withDefault("false")),
          List.of());

  /** The keys of a connection. */
  public static final Kind CONNECTION =
      new Kind(
          "connection",
          List.of(),
          "How a target reaches the database of one service.",
          List.of(
              text("url", 4096, "JDBC address of the database, or http address of ClickHouse."),
              text("user", 4096, "Name to log in with."),
              text("password", 4096, "Password; ${VARIABLE} keeps it out of the file."),
              text("password_file", 4096, "File that holds the password."),
              text(
                  "history_database",
                  64,
                  "Database of the LMS's extended state history, on the same server.")),
          List.of());

  /** Description of {@code targets}. */
  public static final String TARGETS =
      "Named targets for --target: a mapping of names to services to connections.";

  /** Description of {@code name}. */
  public static final String NAME =
      "Name of the spec, by which a database's ledger distinguishes its rows from others' wherever it"
          + " is loaded from; without it, the end of its path does.";

  /** Maximum number of characters of the name. */
  public static final int LONGEST_NAME = 100;

  /** The keys of the mapping form. */
  static final List<String> KEYS = List.of("version", "name", "services", "targets");

  private SpecFormat() {}

  private static Field text(String name, int length, String summary) {
    return Field.of(name, new FieldType.Text(length), summary);
  }
}
