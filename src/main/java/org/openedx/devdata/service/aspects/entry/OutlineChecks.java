package org.openedx.devdata.service.aspects.entry;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.spec.DidYouMean;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.TypeFamily;

/** Checks the blocks of a course. Used for one course; not thread-safe. */
final class OutlineChecks {

  private final SpecRecord course;
  private final Set<String> tags;
  private final Optional<StatementMix> mix;
  private final Problems problems;
  private final Map<String, Position> ids = new HashMap<>();
  private final Map<BlockType, Integer> counts = new EnumMap<>(BlockType.class);

  /**
   * @param tags all that there are
   * @param mix what statements are made; nothing for lives
   */
  OutlineChecks(
      SpecRecord course, Set<String> tags, Optional<StatementMix> mix, Problems problems) {
    this.course = course;
    this.tags = tags;
    this.mix = mix;
    this.problems = problems;
  }

  void check() {
    tags(course);
    List<SpecRecord> chapters = course.records("outline");
    for (SpecRecord chapter : chapters) {
      block(chapter, BlockType.CHAPTER);
      for (SpecRecord sequential : chapter.records("sequentials")) {
        block(sequential, BlockType.SEQUENTIAL);
        for (SpecRecord vertical : sequential.records("verticals")) {
          block(vertical, BlockType.VERTICAL);
          vertical.records("blocks").forEach(leaf -> block(leaf, PopulationReader.typeOf(leaf)));
        }
      }
    }
    mix.ifPresentOrElse(one -> mixed(one, !chapters.isEmpty()), () -> graded(chapters));
  }

  /** Learners who live do what there is; but what is not graded gives no grade. */
  private void graded(List<SpecRecord> chapters) {
    boolean graded =
        chapters.stream()
            .flatMap(chapter -> chapter.records("sequentials").stream())
            .anyMatch(sequential -> sequential.bool("graded").orElse(false));
    if (counts.containsKey(BlockType.PROBLEM) && !graded) {
      problems.warn(
          course.positionOf("outline"),
          "no subsection of the outline is graded, so no learner gets a grade or passes; write graded: true in one");
    }
  }

  private void mixed(StatementMix one, boolean outlined) {
    if (outlined) {
      needs(one, TypeFamily.NAVIGATION, BlockType.SEQUENTIAL, "a subsection", "subsections");
      needs(one, TypeFamily.PROBLEM, BlockType.PROBLEM, "a problem", "problems");
      needs(one, TypeFamily.VIDEO, BlockType.VIDEO, "a video", "videos");
    }
    if (one.uses(TypeFamily.FORUM) && course.whole("forum_threads").orElse(1L) == 0) {
      problems.add(
          course.positionOf("forum_threads"),
          "forum_threads is 0, but statements about the forum have weight; give at least 1, or weigh"
              + " them 0 in statement_weights");
    }
  }

  private void needs(StatementMix one, TypeFamily family, BlockType type, String some, String all) {
    if (one.uses(family) && !counts.containsKey(type)) {
      problems.add(
          course.positionOf("outline"),
          "the outline has no %s, but statements about %s have weight; add %s, or weigh them 0 in statement_weights"
              .formatted(some.substring(2), all, some));
    }
  }

  private void block(SpecRecord block, BlockType type) {
    counts.merge(type, 1, Integer::sum);
    tags(block);
    block.text("id").ifPresent(id -> id(block.positionOf("id"), id, type));
  }

  private void id(Position position, String id, BlockType type) {
    if (!id.matches("[A-Za-z0-9_~.:%-]+")) {
      problems.add(
          position,
          "a block's id cannot be %s; use letters, digits, _ - ~ . : %%"
              .formatted(Shown.quoted(id)));
    } else if (type == BlockType.PROBLEM && id.contains("_")) {
      problems.add(
          position,
          "the reports cut a problem's id %s at its first _; use - instead"
              .formatted(Shown.quoted(id)));
    }
    Position before = ids.put(type + " " + id, position);
    if (before != null) {
      problems.add(
          position,
          "the %s %s is at %s already; give another id"
              .formatted(type.key(), Shown.quoted(id), before));
    }
  }

  private void tags(SpecRecord record) {
    for (String tag : record.texts("tags")) {
      if (!tags.contains(tag)) {
        problems.add(
            record.positionOf("tags"),
            "there is no tag %s in the taxonomies%s"
                .formatted(Shown.quoted(tag), DidYouMean.hint(tag, tags, "; add it to one")));
      }
    }
  }
}
