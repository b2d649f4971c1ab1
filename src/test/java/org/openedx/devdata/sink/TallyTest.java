package org.openedx.devdata.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.xapi.Verb;

/** The checksum of rows: the same in every order and however the rows are cut. */
class TallyTest {

  private static final int COURSES = 3;

  private record Statement(long hash, int size, Verb verb, int course) {}

  private final Random random = new Random(8);
  private final List<Statement> statements =
      new ArrayList<>(
          IntStream.range(0, 500)
              .mapToObj(
                  n ->
                      new Statement(
                          // Large hashes, so that the sum needs its upper half.
                          random.nextLong() | Long.MIN_VALUE,
                          random.nextInt(2_000),
                          Verb.values()[random.nextInt(Verb.values().length)],
                          random.nextInt(COURSES)))
              .toList());

  private static Tally tally(List<Statement> statements) {
    Tally tally = new Tally(COURSES);
    for (Statement one : statements) {
      tally.statement(one.hash(), one.size(), one.verb(), one.course());
    }
    return tally;
  }

  private static void same(Tally actual, Tally expected) {
    assertThat(actual.checksum()).isEqualTo(expected.checksum());
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.bytes()).isEqualTo(expected.bytes());
    for (Verb verb : Verb.values()) {
      assertThat(actual.ofVerb(verb)).isEqualTo(expected.ofVerb(verb));
    }
    for (int course = 0; course < COURSES; course++) {
      assertThat(actual.ofCourse(course)).isEqualTo(expected.ofCourse(course));
    }
  }

  @Test
  void sumsHashesModulo128Bits() {
    BigInteger sum =
        statements.stream()
            .map(one -> new BigInteger(Long.toUnsignedString(one.hash())))
            .reduce(BigInteger.ZERO, BigInteger::add);

    assertThat(tally(statements).checksum()).isEqualTo("%032x".formatted(sum));
    assertThat(sum.bitLength()).isGreaterThan(64);
  }

  @Test
  void doesNotDependOnOrderOrParts() {
    Tally whole = tally(statements);
    Collections.shuffle(statements, random);
    Tally parts = new Tally(COURSES);
    for (int from = 0; from < statements.size(); from += 70) {
      parts.add(tally(statements.subList(from, Math.min(from + 70, statements.size()))));
    }

    same(parts, whole);
  }

  @Test
  void isRestoredAsItWasSaved() {
    Tally saved = tally(statements);
    long[] verbs = new long[Verb.values().length];
    for (Verb verb : Verb.values()) {
      verbs[verb.ordinal()] = saved.ofVerb(verb);
    }
    long[] courses = IntStream.range(0, COURSES).mapToLong(saved::ofCourse).toArray();

    same(Tally.restore(saved.rows(), saved.bytes(), saved.checksum(), verbs, courses), saved);
  }

  @Test
  void noticesOneOtherRow() {
    Tally before = tally(statements);
    Statement first = statements.get(0);
    statements.set(0, new Statement(first.hash() ^ 1, first.size(), first.verb(), first.course()));

    assertThat(tally(statements).checksum()).isNotEqualTo(before.checksum());
  }
}
