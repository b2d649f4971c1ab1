package org.openedx.devdata.service.lms.userstate.conformance;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Behaviours that every store of learner state must have. Extend it, give it a {@link StateStand}
 * on an empty store, and it checks that store's client against all behaviours of the platform's.
 */
public abstract class UserStateConformance
    implements SavingBehaviour,
        IterationBehaviour,
        UserBehaviour,
        NullBehaviour,
        ReadingBehaviour,
        WritingBehaviour,
        HistoryBehaviour,
        KeyBehaviour {

  private StateStand stand;

  /** An empty store. */
  protected abstract StateStand open() throws Exception;

  @BeforeEach
  void openStand() throws Exception {
    stand = open();
    List.of("u0", "u1", "u2").forEach(stand::addUser);
  }

  @AfterEach
  void closeStand() {
    if (stand != null) {
      stand.close();
    }
  }

  @Override
  public StateStand stand() {
    return stand;
  }
}
