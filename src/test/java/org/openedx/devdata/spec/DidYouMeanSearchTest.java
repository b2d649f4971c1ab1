package org.openedx.devdata.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A hint takes no longer when there are more words, so that many hints about many are no square.
 */
class DidYouMeanSearchTest {

  private static final int WORDS = 1_000_000;

  /** A million words, which counts those that are taken. */
  private static final class Counted extends AbstractCollection<String> {
    private int taken;

    @Override
    public Iterator<String> iterator() {
      return IntStream.range(0, WORDS)
          .mapToObj(
              number -> {
                taken++;
                return "name" + number;
              })
          .iterator();
    }

    @Override
    public int size() {
      return WORDS;
    }
  }

  @Test
  void fewOfVeryManyWordsAreLookedAt() {
    Counted words = new Counted();
    assertThat(DidYouMean.among("nome17", words)).contains("name17");
    assertThat(words.taken).isLessThan(3_000);
  }

  @Test
  void wordsOfOtherLengthAreNotNear() {
    List<String> words = List.of("a", "abcdefghijklmnop", "usernam", "user-name");
    assertThat(DidYouMean.among("username", words)).contains("user-name");
    assertThat(DidYouMean.among("abcdefgh", words)).isEmpty();
    assertThat(DidYouMean.among("abcdefghijklmno", words)).contains("abcdefghijklmnop");
  }
}
