package org.openedx.devdata.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Merged keys, anchors and aliases. */
class YamlMergeTest extends YamlTexts {

  @Test
  void ownKeysWinOverMergedOnesWhereverTheMergeStands() {
    MapNode map = map("x: &x {a: 1, b: 1}\ny: {a: 2, <<: *x}\n");
    MapNode merged = (MapNode) map.get("y");
    assertThat(text(merged.get("a"))).isEqualTo("2");
    assertThat(text(merged.get("b"))).isEqualTo("1");
    assertThat(merged.size()).isEqualTo(2);
  }

  @Test
  void theEarlierOfSeveralMergesWins() {
    MapNode map = map("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: {<<: [*x, *y]}\n");
    MapNode merged = (MapNode) map.get("z");
    assertThat(text(merged.get("b"))).isEqualTo("1");
    assertThat(text(merged.get("c"))).isEqualTo("2");
  }

  @Test
  void mergesOfMergesWork() {
    MapNode map = map("x: &x {a: 1}\ny: &y {<<: *x, b: 2}\nz: {<<: *y, c: 3}\n");
    assertThat(((MapNode) map.get("z")).size()).isEqualTo(3);
  }

  @Test
  void aQuotedMergeKeyIsAnOrdinaryKey() {
    assertThat(map("'<<': a\n").key(0)).isEqualTo("<<");
  }

  @Test
  void anAliasStandsWhereItIsUsedAndItsContentsWhereTheyAreWritten() {
    MapNode map = map("x: &x\n  a: 1\ny: *x\nz: {<<: *x}\n");
    MapNode alias = (MapNode) map.get("y");
    assertThat(place(alias)).isEqualTo("3:4");
    assertThat(place(alias.get("a"))).isEqualTo("2:6");
    MapNode merged = (MapNode) map.get("z");
    assertThat(place(merged)).isEqualTo("4:4");
    assertThat(place(merged.get("a"))).isEqualTo("2:6");
  }

  @Test
  void anAnchorMayBeGivenAnew() {
    MapNode map = map("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    assertThat(text(map.get("b"))).isEqualTo("1");
    assertThat(text(map.get("d"))).isEqualTo("2");
  }

  @Test
  void keysMayBeAliasesOfTexts() {
    assertThat(map("a: &x word\n*x : b\n").key(1)).isEqualTo("word");
  }

  @Test
  void keysMayCarryAnchors() {
    assertThat(text(map("&x word: 1\nb: *x\n").get("b"))).isEqualTo("word");
  }
}
