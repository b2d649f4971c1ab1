package org.openedx.devdata.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.openedx.devdata.bytes.JsonText;

/**
 * An outline whose units were deleted or moved to other sequentials; those that stay keep their
 * order, and all blocks their numbers. Immutable.
 *
 * @param base the outline as it was
 * @param home the sequential of each unit; negative for a unit that was deleted
 */
public record EditedOutline(Outline base, IntUnaryOperator home) implements Outline {

  /** A block as the base has it. */
  private record Met(BlockType type, int index, boolean graded) {}

  @Override
  public int count(BlockType type) {
    return base.count(type);
  }

  @Override
  public int forumPosts() {
    return base.forumPosts();
  }

  @Override
  public int items() {
    return base.items();
  }

  @Override
  public int verticals(int sequential) {
    int verticals = 0;
    for (int unit = 0; unit < count(BlockType.VERTICAL); unit++) {
      verticals += home.applyAsInt(unit) == sequential ? 1 : 0;
    }
    return verticals;
  }

  @Override
  public long blockKey(BlockType type, int index) {
    return base.blockKey(type, index);
  }

  @Override
  public long key() {
    return base.key();
  }

  @Override
  public String id(BlockType type, int index) {
    return base.id(type, index);
  }

  @Override
  public JsonText idText(BlockType type, int index) {
    return base.idText(type, index);
  }

  @Override
  public String title(BlockType type, int index) {
    return base.title(type, index);
  }

  @Override
  public JsonText sequentialText(int index) {
    return base.sequentialText(index);
  }

  @Override
  public List<String> tags(BlockType type, int index) {
    return base.tags(type, index);
  }

  @Override
  public void walk(Visitor visitor) {
    List<Met> upper = new ArrayList<>();
    List<List<Met>> units = new ArrayList<>();
    base.walk(
        (type, index, graded) -> {
          Met met = new Met(type, index, graded);
          switch (type) {
            case CHAPTER, SEQUENTIAL -> upper.add(met);
            case VERTICAL -> units.add(new ArrayList<>(List.of(met)));
            default -> units.get(units.size() - 1).add(met);
          }
        });
    for (Met met : upper) {
      visitor.block(met.type(), met.index(), met.graded());
      for (List<Met> unit : met.type() == BlockType.SEQUENTIAL ? units : List.<List<Met>>of()) {
        if (home.applyAsInt(unit.get(0).index()) == met.index()) {
          unit.forEach(one -> visitor.block(one.type(), one.index(), met.graded()));
        }
      }
    }
  }
}
