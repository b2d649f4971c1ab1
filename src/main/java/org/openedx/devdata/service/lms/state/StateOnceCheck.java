package org.openedx.devdata.service.lms.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Finds records that say the state of the same user in the same block, in whatever words and kinds:
 * they would undo each other's work at every load. Eight bytes for each record are kept; only what
 * seems to be there twice is looked at again. Used once.
 */
public final class StateOnceCheck {

  private static final RandomStream HASHES = RandomStream.of(0).derive("state once");

  private final List<Kind> kinds;
  private final KnownBlocks blocks = new KnownBlocks();

  private StateOnceCheck(List<Kind> kinds) {
    this.kinds = kinds;
  }

  /** Checks all records of learner state in a spec. */
  public static void check(ServiceSpec spec, Problems problems) {
    new StateOnceCheck(StateFields.kinds(spec)).find(spec, problems);
  }

  private void find(ServiceSpec spec, Problems problems) {
    long[] suspects = twice(hashes(spec));
    if (suspects.length == 0) {
      return;
    }
    Map<String, SpecRecord> seen = new HashMap<>();
    for (Kind kind : kinds) {
      for (SpecRecord record : spec.of(kind.name())) {
        String key = key(record);
        if (key != null && Arrays.binarySearch(suspects, HASHES.at(key)) >= 0) {
          SpecRecord other = seen.putIfAbsent(key, record);
          if (other != null && !isReported(other, record)) {
            problems.add(record.position(), message(record, other.position()));
          }
        }
      }
    }
  }

  private long[] hashes(ServiceSpec spec) {
    long[] hashes = new long[kinds.stream().mapToInt(kind -> spec.of(kind.name()).size()).sum()];
    int next = 0;
    for (Kind kind : kinds) {
      for (SpecRecord record : spec.of(kind.name())) {
        String key = key(record);
        if (key != null) {
          hashes[next++] = HASHES.at(key);
        }
      }
    }
    return Arrays.copyOf(hashes, next);
  }

  /** Values that are there more than once, in order. */
  private static long[] twice(long[] hashes) {
    Arrays.sort(hashes);
    int found = 0;
    long[] twice = new long[hashes.length / 2];
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i] == hashes[i - 1] && (found == 0 || twice[found - 1] != hashes[i])) {
        twice[found++] = hashes[i];
      }
    }
    return Arrays.copyOf(twice, found);
  }

  /** Records of one kind that name user, block and course alike are reported as they are read. */
  private static boolean isReported(SpecRecord one, SpecRecord other) {
    return one.kind() == other.kind()
        && one.has("block") == other.has("block")
        && one.has("course_id") == other.has("course_id");
  }

  private String message(SpecRecord record, Position other) {
    return "the state of user '%s' in block '%s' is given at %s already; keep one of the two"
        .formatted(record.requiredText("username"), blocks.of(record).place().moduleId(), other);
  }

  /** The database's unique key of a row; null for a record with a problem that was reported. */
  private String key(SpecRecord record) {
    String user = record.text("username").orElse(null);
    if (user == null) {
      return null;
    }
    try {
      BlockPlace place = blocks.of(record).place();
      return Collation.fold(user)
          + "\0"
          + Collation.fold(place.moduleId())
          + "\0"
          + Collation.fold(place.courseId());
    } catch (IllegalArgumentException | UserStateException.InvalidState e) {
      return null;
    }
  }
}
