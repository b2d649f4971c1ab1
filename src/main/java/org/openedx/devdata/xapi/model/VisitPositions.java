package org.openedx.devdata.xapi.model;

/** The stretches of statements that the visits of a frame have, one after the other. */
interface VisitPositions {

  /** How many visits there are. */
  int count();

  /** How many statements all visits have. */
  int size();

  /** The first statement of a visit. */
  int begin(int visit);

  /** After the last statement of a visit. */
  int end(int visit);

  /** Whether the learner of a visit has passed the course by then. */
  boolean passing(int visit);

  /** Whether a visit has what some statements need. */
  boolean has(int visit, Need need);

  /** Whether every visit of every frame has it. */
  boolean allHave(Need need);
}
