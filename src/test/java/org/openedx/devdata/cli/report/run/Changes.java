package org.openedx.devdata.cli.report.run;

import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.plan.Action;
import org.openedx.devdata.plan.ColumnChange;
import org.openedx.devdata.plan.RowChange;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;

/** Row changes and entries as runs report them. */
public final class Changes {

  private Changes() {}

  public static RunEntry entry(int number) {
    ServiceDescriptor descriptor = new ServiceDescriptor("lms", "", List.of(), List.of());
    return new RunEntry(
        number,
        null,
        new ServiceSpec(descriptor, "lms.yaml", null, Map.of()),
        new ConnectionSettings("here", "lms", "jdbc:mysql://h:1/d?password=x", "u", "p"));
  }

  public static RowChange change(
      Action action, Purpose purpose, String table, String label, int line) {
    return new RowChange(
        "users",
        table,
        action,
        purpose,
        () -> label,
        "",
        new Position("lms.yaml", line, 1),
        List.of());
  }

  public static RowChange declared(Action action, int line) {
    return change(action, Purpose.DECLARED, "auth_user", "user" + line, line);
  }

  public static RowChange derived(Action action, int line) {
    return change(action, Purpose.DERIVED, "auth_userprofile", "user" + line, line);
  }

  public static RowChange updated(String label, ColumnChange... columns) {
    return new RowChange(
        "users",
        "auth_user",
        Action.UPDATE,
        Purpose.DECLARED,
        () -> label,
        "",
        new Position("lms.yaml", 1, 1),
        List.of(columns));
  }
}
