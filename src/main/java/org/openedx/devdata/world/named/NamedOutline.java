package org.openedx.devdata.world.named;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.random.Hex;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.world.BlockType;
import org.openedx.devdata.world.Outline;

/**
 * An outline that a person has named. A block without an id gets one that follows from the course
 * and the titles on the way to it, so that it stays when others come and go. Immutable.
 */
final class NamedOutline implements Outline {

  private final long key;
  private final int forumPosts;
  private final Map<BlockType, List<Block>> blocks = new EnumMap<>(BlockType.class);
  private final List<Block> inOrder = new ArrayList<>();
  private final Map<String, Integer> paths = new HashMap<>();

  private record Block(
      NamedBlock named,
      int index,
      boolean graded,
      long key,
      String id,
      JsonText idText,
      JsonText title) {}

  /**
   * @param key chooses ids and all that is drawn
   */
  NamedOutline(List<NamedBlock> chapters, int forumPosts, long key) {
    this.key = key;
    this.forumPosts = forumPosts;
    for (BlockType type : BlockType.values()) {
      blocks.put(type, new ArrayList<>());
    }
    chapters.forEach(chapter -> add(chapter, "", false));
  }

  private void add(NamedBlock named, String above, boolean gradedAbove) {
    String path = above + "/" + named.type().key() + ":" + named.title();
    // The second of two that are called the same.
    path += "#" + paths.merge(path, 1, Integer::sum);
    long blockKey = RandomStream.of(key).at(path);
    String id = named.id().orElse(Hex.id(blockKey, 32));
    boolean graded = gradedAbove || named.graded();
    List<Block> ofType = blocks.get(named.type());
    Block block =
        new Block(
            named,
            ofType.size(),
            graded,
            blockKey,
            id,
            JsonText.of(id),
            JsonText.of(named.title()));
    ofType.add(block);
    inOrder.add(block);
    for (NamedBlock child : named.children()) {
      add(child, path, graded);
    }
  }

  @Override
  public long key() {
    return key;
  }

  @Override
  public int count(BlockType type) {
    return blocks.get(type).size();
  }

  @Override
  public int forumPosts() {
    return forumPosts;
  }

  @Override
  public int items() {
    return inOrder.size() + forumPosts;
  }

  @Override
  public int verticals(int sequential) {
    return block(BlockType.SEQUENTIAL, sequential).named().children().size();
  }

  @Override
  public long blockKey(BlockType type, int index) {
    return block(type, index).key();
  }

  @Override
  public String id(BlockType type, int index) {
    return block(type, index).id();
  }

  @Override
  public JsonText idText(BlockType type, int index) {
    return block(type, index).idText();
  }

  @Override
  public String title(BlockType type, int index) {
    return block(type, index).named().title();
  }

  @Override
  public JsonText sequentialText(int index) {
    return block(BlockType.SEQUENTIAL, index).title();
  }

  @Override
  public List<String> tags(BlockType type, int index) {
    return block(type, index).named().tags();
  }

  @Override
  public void walk(Visitor visitor) {
    inOrder.forEach(block -> visitor.block(block.named().type(), block.index(), block.graded()));
  }

  private Block block(BlockType type, int index) {
    return blocks.get(type).get(index);
  }
}
