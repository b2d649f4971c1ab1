package org.openedx.devdata.cli.keep.snapshot;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openedx.devdata.cli.connect.ConfirmArguments;
import org.openedx.devdata.cli.connect.Confirmation;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.keep.snapshot.part.TargetSite;
import org.openedx.devdata.cli.report.progress.Progress;
import org.openedx.devdata.keep.snapshot.RestoreMarks;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.Snapshot;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotPart;
import org.openedx.devdata.keep.snapshot.SnapshotPart.RestoreOutcome;
import org.openedx.devdata.keep.snapshot.SnapshotPart.RestorePlan;
import org.openedx.devdata.spec.Amount;

/** One restore: planned, confirmed, done. Not thread-safe. */
final class Restoring {

  private static final int SHOWN = 30;

  private final Session session;
  private final Snapshot snapshot;
  private final ChoiceArguments choice;
  private final ChosenParts chosen;
  private final RestoreArguments arguments;
  private final RestoreMarks marks;
  private final Map<String, RestorePlan> plans = new LinkedHashMap<>();

  Restoring(
      Session session, Snapshot snapshot, ChoiceArguments choice, RestoreArguments arguments) {
    this.session = session;
    this.snapshot = snapshot;
    this.choice = choice;
    this.chosen = new ChosenParts(snapshot, choice);
    this.arguments = arguments;
    this.marks = HalfRestored.marks(session);
  }

  /** The stores that get the snapshot's parts. */
  List<SnapshotPart> parts(TargetSite site) {
    return chosen.stores(site).parts();
  }

  /**
   * Compares structures.
   *
   * @throws SnapshotException with all differences, unless they are allowed
   */
  void plan(List<SnapshotPart> parts) throws IOException {
    List<String> lines = new ArrayList<>();
    for (SnapshotPart part : parts) {
      RestorePlan plan = part.plan(chosen.copy(part).part(), choice.items());
      plans.put(part.name(), plan);
      if (!plan.differences().isEmpty()) {
        lines.add(plan.label() + ":");
        plan.differences().forEach(one -> lines.add("  " + one));
      }
    }
    for (String half : HalfRestored.among(session, parts).sentences()) {
      session.warn(half + "; tables that it had not come to are as they were");
    }
    if (!lines.isEmpty() && !arguments.forceColumns && !arguments.dryRun) {
      int shown = Math.min(SHOWN, lines.size());
      throw new SnapshotException(
          "snapshot %s was saved with another schema; migrate the database to the same release, or take what fits with --force-columns\n%s%s"
              .formatted(
                  snapshot.manifest().name(),
                  String.join("\n", lines.subList(0, shown)),
                  shown < lines.size()
                      ? "\n  and " + Amount.of(lines.size() - shown, "more difference")
                      : ""));
    }
  }

  /** The plan as a result. */
  RestoreResult planned(List<SnapshotPart> parts) {
    List<RestoreResult.Part> planned = new ArrayList<>();
    for (SnapshotPart part : parts) {
      RestorePlan plan = plans.get(part.name());
      planned.add(
          new RestoreResult.Part(
              part.name(),
              part.kind(),
              plan.label(),
              chosen.copy(part).part().rows(),
              0,
              List.of(),
              0,
              plan.differences()));
    }
    return new RestoreResult(snapshot.manifest().name(), true, planned);
  }

  boolean confirmed(List<SnapshotPart> parts, ConfirmArguments confirm) {
    List<Confirmation.Place> places =
        parts.stream()
            .flatMap(part -> part.place().stream())
            .map(place -> new Confirmation.Place(place.name(), place.settings()))
            .toList();
    String question =
        "Replace about %s of %s by those of snapshot %s?"
            .formatted(
                Amount.of(plans.values().stream().mapToLong(RestorePlan::rows).sum(), "row"),
                plans.values().stream()
                    .map(RestorePlan::label)
                    .collect(Collectors.joining(" and ")),
                snapshot.manifest().name());
    return new Confirmation(session, confirm).given(question, places);
  }

  RestoreResult run(List<SnapshotPart> parts, Progress progress) throws IOException {
    List<RestoreResult.Part> done = new ArrayList<>();
    for (SnapshotPart part : parts) {
      RestorePlan plan = plans.get(part.name());
      SavedCopy saved = chosen.copy(part);
      RestoreOutcome outcome =
          part.restore(
              saved,
              choice.items(),
              arguments.forceColumns,
              new RowProgress(progress, "restoring", () -> marks.set(mark(plan.label()))));
      marks.clear(plan.label());
      done.add(
          new RestoreResult.Part(
              part.name(),
              part.kind(),
              plan.label(),
              saved.part().rows(),
              outcome.unchanged(),
              outcome.restored(),
              outcome.rows(),
              plan.differences()));
    }
    return new RestoreResult(snapshot.manifest().name(), false, done);
  }

  private RestoreMarks.Mark mark(String store) {
    return new RestoreMarks.Mark(
        snapshot.path().toString(),
        store,
        session.surroundings().clock().get().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
