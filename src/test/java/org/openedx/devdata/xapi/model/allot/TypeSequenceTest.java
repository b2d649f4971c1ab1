package org.openedx.devdata.xapi.model.allot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.StatementMix;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.model.Worlds;

/** Types of statements over stretches of a sequence, and what is taken from it before. */
class TypeSequenceTest {

  private static final int TYPES = StatementType.values().length;

  private static double[] shares(Random random) {
    double[] shares = new double[TYPES];
    for (int type = 0; type < TYPES; type++) {
      shares[type] = random.nextInt(3) == 0 ? random.nextDouble() * random.nextInt(100) : 0;
    }
    shares[random.nextInt(TYPES)] += 0.5;
    return shares;
  }

  /** Chance would leave counts off by the square root of their size: here 100 and not 8. */
  @Test
  void anyStretchHasTheSharesToWithinAFewStatements() {
    Random random = new Random(47);
    for (int round = 0; round < 40; round++) {
      double[] shares = shares(random);
      double total = DoubleStream.of(shares).sum();
      TypeSequence sequence = new TypeSequence(shares, random.nextLong());
      long from = random.nextLong() >>> 1 + random.nextInt(40);
      int length = 10_000;
      int[] counts = new int[TYPES];
      for (int i = 0; i < length; i++) {
        counts[sequence.at(from + i).ordinal()]++;
      }
      for (int type = 0; type < TYPES; type++) {
        if (shares[type] == 0) {
          assertThat(counts[type]).as("of a type without weight").isZero();
        } else {
          assertThat((double) counts[type]).isCloseTo(length * shares[type] / total, within(8.0));
        }
      }
    }
  }

  @Test
  void theTypeOfAnOrdinalDoesNotDependOnOthers() {
    double[] shares = shares(new Random(53));
    TypeSequence one = new TypeSequence(shares, 5);
    TypeSequence other = new TypeSequence(shares, 5);
    for (long ordinal = 999; ordinal >= 0; ordinal--) {
      other.at(ordinal);
    }
    for (long ordinal = 0; ordinal < 1_000; ordinal++) {
      assertThat(one.at(ordinal)).isEqualTo(other.at(ordinal));
    }
  }

  /** What the calendar makes and what visits make is what was asked for, type by type. */
  @Test
  void calendarAndVisitsTogetherHaveTheSharesOfTheMix() {
    World world = Worlds.small(3);
    StatementMix mix = StatementMix.standard();
    for (long statements : new long[] {0, 1, 500, 20_000, 1_000_000}) {
      Quotas quotas = Quotas.of(world.runs(), statements, mix);
      long left = 0;
      long returned = 0;
      for (int index = 0; index < quotas.leavers().length; index++) {
        int leavers = quotas.leavers()[index];
        assertThat(leavers).isBetween(0, world.runs().get(index).roster().size() / 4);
        left += leavers;
        returned += quotas.comebacks() ? (leavers + 2) / 3 : 0;
      }

      assertThat(quotas.visitStatements()).isEqualTo(statements - left - returned);
      assertThat(DoubleStream.of(quotas.visitShares()).sum())
          .isCloseTo(quotas.visitStatements(), within(1e-6 * Math.max(1, statements)));
      assertThat(quotas.visitShares()[StatementType.UNREGISTERED.ordinal()])
          .as("nobody leaves more often than was asked for")
          .isGreaterThanOrEqualTo(-1e-9);
    }
  }

  /** The rarest need of a type is the one that counts. */
  @Test
  void everyTypeHasOneNeedAndSittingsComeFirst() {
    for (StatementType type : StatementType.values()) {
      assertThat(Need.NOTHING.of(type)).isTrue();
      if (Need.answers(type)) {
        assertThat(Need.SITTING.of(type)).as(type.name()).isTrue();
        assertThat(Need.PROBLEMS.of(type)).as(type.name()).isTrue();
      }
    }
    assertThat(Need.isAlone(StatementType.QUESTION_CHECK)).isFalse();
    assertThat(Need.isAlone(StatementType.SERVER_PROBLEM_CHECK)).isTrue();
  }
}
