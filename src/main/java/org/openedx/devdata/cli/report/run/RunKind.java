package org.openedx.devdata.cli.report.run;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.plan.Action;

/** The kind of run that a report is about, and the words for what it did with rows. */
public enum RunKind {
  PLAN("plan", "to create", "to update", "unchanged", "to remove"),
  LOAD("load", "created", "updated", "unchanged", "removed"),
  VERIFY("verify", "missing", "different", "as specified", "to remove"),
  RESET("reset", "created", "updated", "unchanged", "removed"),
  RESET_DRY_RUN("reset --dry-run", "to create", "to update", "unchanged", "to remove");

  private final String command;
  private final List<String> words;

  RunKind(String command, String... words) {
    this.command = command;
    this.words = List.of(words);
  }

  /** The command as a person types it. */
  public String command() {
    return command;
  }

  /** The report's word for rows of an action. */
  String word(Action action) {
    return words.get(action.ordinal());
  }

  /** True when the run may write. */
  public boolean writes() {
    return this == LOAD || this == RESET;
  }

  /** As {@link #actions()}, with removals where a run that writes what specs say has any. */
  List<Action> actions(Counts counts) {
    List<Action> actions = new ArrayList<>(actions());
    if (counts.of(Action.DELETE) > 0 && !actions.contains(Action.DELETE)) {
      actions.add(Action.DELETE);
    }
    return actions;
  }

  /** The actions that its report always counts, in the order of their columns. */
  List<Action> actions() {
    return switch (this) {
      case PLAN, LOAD, VERIFY -> List.of(Action.CREATE, Action.UPDATE, Action.UNCHANGED);
      case RESET, RESET_DRY_RUN -> List.of(Action.DELETE);
    };
  }
}
