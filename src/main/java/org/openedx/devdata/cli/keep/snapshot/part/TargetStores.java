package org.openedx.devdata.cli.keep.snapshot.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotException;
import org.openedx.devdata.keep.snapshot.SnapshotListener;
import org.openedx.devdata.keep.snapshot.SnapshotPart;

/**
 * The stores of a target that a command is for, by type.
 *
 * @param groups those of each type
 */
public record TargetStores(List<Group<?>> groups) {

  /**
   * Stores of one type.
   *
   * @param <P> the type's stores
   */
  public record Group<P extends SnapshotPart>(PartType<P> type, List<P> parts) {

    private static <P extends SnapshotPart> Group<P> found(PartType<P> type, AskedStores asked) {
      return new Group<>(type, type.find(asked));
    }

    private Stream<TargetStore<?>> stores() {
      return parts.stream().map(part -> new TargetStore<>(type, part));
    }

    private OpenGroup<P> open() {
      return new OpenGroup<>(parts, type.moment(parts));
    }
  }

  private record OpenGroup<P extends SnapshotPart>(List<P> parts, Moment<P> moment) {

    void save(Path folder, Predicate<String> items, SnapshotListener listener, List<SavedPart> all)
        throws IOException {
      for (P part : parts) {
        Path own = Files.createDirectory(folder.resolve(part.name()));
        all.add(moment.save(part, own, items, listener));
      }
    }
  }

  /** The stores of a target. */
  public static TargetStores of(AskedStores asked) {
    List<Group<?>> groups = new ArrayList<>();
    PartTypes.ALL.forEach(type -> groups.add(Group.found(type, asked)));
    return new TargetStores(groups).required();
  }

  /** The stores that parts of a snapshot belong to. */
  public static TargetStores of(TargetSite site, List<SavedPart> parts) {
    List<Group<?>> groups = new ArrayList<>();
    for (PartType<?> type : PartTypes.ALL) {
      Set<String> services = new LinkedHashSet<>();
      parts.stream()
          .filter(part -> PartTypes.of(part).equals(type))
          .forEach(part -> services.add(part.services().get(0)));
      if (!services.isEmpty()) {
        groups.add(Group.found(type, AskedStores.ofSnapshot(site, List.copyOf(services))));
      }
    }
    return new TargetStores(groups).required();
  }

  private TargetStores required() {
    if (all().isEmpty()) {
      throw new SnapshotException("there is no database to save or restore");
    }
    return this;
  }

  /** All of them. */
  public List<TargetStore<?>> all() {
    List<TargetStore<?>> all = new ArrayList<>();
    groups.forEach(group -> group.stores().forEach(all::add));
    return all;
  }

  /** The parts of all. */
  public List<SnapshotPart> parts() {
    return groups.stream().<SnapshotPart>flatMap(group -> group.parts().stream()).toList();
  }

  /**
   * Saves all; the moments of all types begin before the first store is read.
   *
   * @param folder that gets a folder for each
   */
  public List<SavedPart> save(Path folder, Predicate<String> items, SnapshotListener listener)
      throws IOException {
    List<OpenGroup<?>> open = new ArrayList<>();
    try {
      groups.forEach(group -> open.add(group.open()));
      List<SavedPart> saved = new ArrayList<>();
      for (OpenGroup<?> group : open) {
        group.save(folder, items, listener, saved);
      }
      return saved;
    } finally {
      open.forEach(group -> group.moment().close());
    }
  }
}
