package org.openedx.devdata.service.content.publishing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries the changes of a log up to all that show what was changed, level by level, and notes what
 * the digests of its records are made of. Stateless.
 */
final class SideEffects {

  private SideEffects() {}

  private record Step(LogRecord cause, Entity affected) {}

  static void complete(ChangeLog log, Dependents dependents) {
    List<LogRecord> originals = log.snapshot();
    Set<Entity> processed = new HashSet<>();
    for (LogRecord original : originals) {
      Deque<Step> steps = new ArrayDeque<>();
      dependents.of(original.entity()).forEach(parent -> steps.addLast(new Step(original, parent)));
      while (!steps.isEmpty()) {
        Step step = steps.removeLast();
        LogRecord effect = recordOf(log, step.affected());
        log.add(new SideEffect(step.cause(), effect));
        processed.add(step.cause().entity());
        for (Entity next : dependents.of(step.affected())) {
          if (!processed.contains(next)) {
            steps.addLast(new Step(effect, next));
          }
        }
      }
    }
    log.records().forEach(record -> record.noteDependencies(log.branch()));
  }

  /** The parent's record; one without a change of version when it has none of its own. */
  private static LogRecord recordOf(ChangeLog log, Entity affected) {
    Entity.State state = affected.state(log.branch());
    LogRecord record = log.record(affected);
    if (record == null) {
      record = log.add(affected, state.version, state.version, false);
    }
    state.record = record;
    return record;
  }
}
