package org.openedx.devdata.service.lms.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.named.NamedBlock;

/**
 * The blocks that learner state in a spec is about, as outlines of their courses. State does not
 * say what is in what, so the blocks are spread evenly, in the order in which they are named, and
 * what is missing of a tree is made up. Used for one course; not thread-safe.
 */
public final class LmsBlocks {

  private final Map<BlockType, Set<String>> ids = new EnumMap<>(BlockType.class);

  private LmsBlocks() {}

  /** The sections of the courses that have such blocks, by course key. */
  public static Map<String, List<NamedBlock>> outlines(ServiceSpec spec) {
    Map<String, LmsBlocks> courses = new LinkedHashMap<>();
    for (Kind kind : StateFields.kinds(spec)) {
      for (SpecRecord record : spec.of(kind.name())) {
        key(record)
            .ifPresent(
                key ->
                    courses
                        .computeIfAbsent(
                            key.contextKey().orElseThrow().text(), some -> new LmsBlocks())
                        .add(key));
      }
    }
    Map<String, List<NamedBlock>> outlines = new LinkedHashMap<>();
    courses.forEach(
        (course, blocks) -> {
          if (!blocks.ids.isEmpty()) {
            outlines.put(course, blocks.outline());
          }
        });
    return outlines;
  }

  /** Usage key of a record; nothing if it contradicts itself, which the LMS's own checks report. */
  private static Optional<UsageKey> key(SpecRecord record) {
    try {
      return Optional.of(StateBlock.of(record));
    } catch (IllegalArgumentException contradiction) {
      return Optional.empty();
    }
  }

  private void add(UsageKey key) {
    for (BlockType type : BlockType.values()) {
      // Reports cut a problem's id at its first _, so it could not be found there.
      boolean readable = type != BlockType.PROBLEM || !key.blockId().contains("_");
      if (type != BlockType.COURSE && type.key().equals(key.blockType()) && readable) {
        ids.computeIfAbsent(type, some -> new LinkedHashSet<>()).add(key.blockId());
      }
    }
  }

  private int count(BlockType type) {
    return ids.getOrDefault(type, Set.of()).size();
  }

  private List<NamedBlock> outline() {
    int chapters = Math.max(1, count(BlockType.CHAPTER));
    int sequentials = Math.max(chapters, count(BlockType.SEQUENTIAL));
    int verticals = Math.max(sequentials, count(BlockType.VERTICAL));
    List<NamedBlock> leaves = new ArrayList<>();
    leaves.addAll(blocks(BlockType.VIDEO, Math.max(1, count(BlockType.VIDEO)), List.of()));
    leaves.addAll(blocks(BlockType.HTML, count(BlockType.HTML), List.of()));
    leaves.addAll(blocks(BlockType.PROBLEM, Math.max(1, count(BlockType.PROBLEM)), List.of()));
    List<NamedBlock> units = blocks(BlockType.VERTICAL, verticals, leaves);
    return blocks(BlockType.CHAPTER, chapters, blocks(BlockType.SEQUENTIAL, sequentials, units));
  }

  /** So many blocks of a type, those that are named first, which share their children. */
  private List<NamedBlock> blocks(BlockType type, int count, List<NamedBlock> children) {
    List<String> named = List.copyOf(ids.getOrDefault(type, Set.of()));
    List<NamedBlock> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(
          new NamedBlock(
              type,
              word(type) + " " + (i + 1),
              i < named.size() ? Optional.of(named.get(i)) : Optional.empty(),
              false,
              List.of(),
              children.subList(part(children, i, count), part(children, i + 1, count))));
    }
    return blocks;
  }

  private static int part(List<NamedBlock> all, int index, int parts) {
    return (int) ((long) all.size() * index / parts);
  }

  /** Common name of the type. */
  private static String word(BlockType type) {
    return switch (type) {
      case CHAPTER -> "Section";
      case SEQUENTIAL -> "Subsection";
      case VERTICAL -> "Unit";
      default -> type.title();
    };
  }
}
