package org.openedx.devdata.cli.keep.snapshot.part;

import java.util.List;
import org.openedx.devdata.keep.snapshot.SavedPart;
import org.openedx.devdata.keep.snapshot.SnapshotException;

/** The types of stores that snapshots are made of. Stateless. */
public final class PartTypes {

  /** All of them, in the order in which they are saved and restored. */
  public static final List<PartType<?>> ALL =
      List.of(new MySqlParts(), new MariaDbFilesParts(), new ClickHouseParts(), new MediaParts());

  private PartTypes() {}

  /** Words for what stores of a type hold. */
  public static PartType.Words words(String kind) {
    return ALL.stream()
        .filter(type -> type.kind().equals(kind))
        .map(PartType::words)
        .findFirst()
        .orElse(PartType.Words.OF_TABLES);
  }

  /**
   * The type of a part of a snapshot.
   *
   * @throws SnapshotException for one that a later devdata has saved
   */
  public static PartType<?> of(SavedPart part) {
    return ALL.stream()
        .filter(type -> type.kind().equals(part.kind()))
        .findFirst()
        .orElseThrow(
            () ->
                new SnapshotException(
                    "part %s is of type %s, which this devdata does not know; use a later devdata"
                        .formatted(part.name(), part.kind())));
  }
}
