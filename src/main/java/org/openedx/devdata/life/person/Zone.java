package org.openedx.devdata.life.person;

import java.util.List;
import org.openedx.devdata.random.AliasTable;

/**
 * A time zone with what its people have in common, by share of learners (learner-behaviour.md 7;
 * shares of single countries are starting values).
 *
 * @param minutes ahead of UTC
 * @param weekend the first of the two days of its weekend, 0 for Monday
 */
public record Zone(int minutes, int weekend) {

  private static final int SATURDAY = 5;
  private static final int FRIDAY = 4;

  private static final List<Zone> ZONES =
      List.of(
          new Zone(-480, SATURDAY),
          new Zone(-360, SATURDAY),
          new Zone(-300, SATURDAY),
          new Zone(-180, SATURDAY),
          new Zone(0, SATURDAY),
          new Zone(60, SATURDAY),
          new Zone(120, SATURDAY),
          new Zone(180, FRIDAY),
          new Zone(300, SATURDAY),
          new Zone(330, SATURDAY),
          new Zone(480, SATURDAY),
          new Zone(540, SATURDAY),
          new Zone(600, SATURDAY));

  private static final AliasTable SHARES = AliasTable.of(8, 7, 23, 6, 7, 14, 5, 5, 4, 12, 5, 2, 2);

  static Zone of(long bits) {
    return ZONES.get(SHARES.pick(bits));
  }
}
