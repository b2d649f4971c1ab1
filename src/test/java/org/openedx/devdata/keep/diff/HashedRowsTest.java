package org.openedx.devdata.keep.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated rows in any order against a model, in one portion and in several. */
class HashedRowsTest {

  private static final SharedColumns COLUMNS =
      new SharedColumns(List.of("k", "v"), new int[] {0, 1}, new int[] {0, 1}, true);

  /** Rows of memory that a portion has room for. */
  private static final long PORTION = 4_000_000;

  /** Differences as texts: what is counted and what is shown. */
  private static final class Found implements ChangedRows {

    private final int limit;
    private final int[] counts = new int[3];
    private final List<String> shown = new ArrayList<>();

    Found(int limit) {
      this.limit = limit;
    }

    @Override
    public void count(Change change) {
      counts[change.ordinal()]++;
    }

    @Override
    public int room() {
      return limit - shown.size();
    }

    @Override
    public void show(byte[] before, byte[] after) {
      shown.add(text(before) + " > " + text(after));
    }

    private static String text(byte[] line) {
      return line == null ? "none" : new String(line, StandardCharsets.UTF_8).strip();
    }
  }

  private static RowLines lines(List<String> rows) {
    Iterator<String> left = rows.iterator();
    return new RowLines() {
      private byte[] line;

      @Override
      public boolean next() {
        line = left.hasNext() ? (left.next() + "\n").getBytes(StandardCharsets.UTF_8) : null;
        return line != null;
      }

      @Override
      public byte[] array() {
        return line;
      }

      @Override
      public int from() {
        return 0;
      }

      @Override
      public int to() {
        return line.length;
      }

      @Override
      public void close() {
        line = null;
      }
    };
  }

  private static Found compare(
      List<String> before, List<String> after, boolean keyed, int portions, int limit)
      throws Exception {
    int[] key = keyed ? new int[] {0} : new int[] {0, 1};
    Found found = new Found(limit);
    new HashedRows(() -> lines(before), () -> lines(after), COLUMNS, key, key, keyed)
        .compare(PORTION * (portions - 1), found);
    return found;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 4", "4, 7"})
  void rowsWithKeysArePaired(long seed, int portions) throws Exception {
    Random random = new Random(seed);
    TreeMap<String, String> before = new TreeMap<>();
    TreeMap<String, String> after = new TreeMap<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String key = "k" + i;
      String old = random.nextInt(3) == 0 ? null : key + "\t" + random.nextInt(2);
      String now = random.nextInt(3) == 0 ? null : key + "\t" + random.nextInt(2);
      if (old != null) {
        before.put(key, old);
      }
      if (now != null) {
        after.put(key, now);
      }
      if (old == null ? now != null : !old.equals(now)) {
        expected.add((old == null ? "none" : old) + " > " + (now == null ? "none" : now));
      }
    }
    List<String> shuffled = new ArrayList<>(after.values());
    Collections.shuffle(shuffled, random);

    Found found = compare(List.copyOf(before.values()), shuffled, true, portions, 1_000);

    assertThat(found.shown).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Stream.of(found.counts[0], found.counts[1], found.counts[2]))
        .containsExactly(
            (int) expected.stream().filter(one -> one.startsWith("none")).count(),
            (int) expected.stream().filter(one -> one.endsWith("none")).count(),
            (int) expected.stream().filter(one -> !one.contains("none")).count());
    Found few = compare(List.copyOf(before.values()), shuffled, true, portions, 5);
    assertThat(few.shown).hasSize(5).isSubsetOf(expected);
    assertThat(few.counts).isEqualTo(found.counts);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 4"})
  void rowsWithoutKeysAreABag(long seed, int portions) throws Exception {
    Random random = new Random(seed);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      before.add(random.nextInt(9) + "\t" + random.nextInt(9));
      after.add(random.nextInt(9) + "\t" + random.nextInt(9));
    }
    List<String> expected = new ArrayList<>();
    List<String> left = new ArrayList<>(after);
    before.stream().filter(row -> !left.remove(row)).forEach(row -> expected.add(row + " > none"));
    left.forEach(row -> expected.add("none > " + row));

    Found found = compare(before, after, false, portions, 1_000);

    assertThat(found.shown).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(found.counts[0]).isEqualTo(left.size());
    assertThat(found.counts[1]).isEqualTo(expected.size() - left.size());
  }
}
