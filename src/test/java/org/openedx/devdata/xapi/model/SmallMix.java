package org.openedx.devdata.xapi.model;

import org.openedx.devdata.world.World;
import org.openedx.devdata.xapi.StatementMix;

/** A small world with the mix of its statements. */
abstract class SmallMix {

  static final World WORLD = Worlds.small(7);
  static final int RANDOM = 60_000;

  final MixModel model = new MixModel(WORLD, StatementMix.standard(), RANDOM, 2_000);

  void visitAll(EveryStatement.Visitor visitor) {
    EveryStatement.of(model, visitor);
  }
}
