package org.openedx.devdata.xapi.model.allot;

/** The stretches of statements that the visits of a frame have, one after the other. */
public interface VisitPositions {

  /** Number of visits. */
  int count();

  /** Number of statements of all visits. */
  int size();

  /** The first statement of a visit. */
  int begin(int visit);

  /** After the last statement of a visit. */
  int end(int visit);

  /** Returns whether the learner of a visit has passed the course by then. */
  boolean passing(int visit);

  /** Returns whether it is in a visit that its learner is to pass for the first time. */
  boolean passesFirst(int visit);

  /** Returns whether a visit has what some statements need. */
  boolean has(int visit, Need need);

  /** Returns whether every visit of every frame has it. */
  boolean allHave(Need need);
}
