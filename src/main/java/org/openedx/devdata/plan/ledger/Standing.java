package org.openedx.devdata.plan.ledger;

/**
 * Standing of a row that the database has and the spec says.
 *
 * @param origin the way in which it came to be the spec's
 * @param claimants other specs that say it, too, for messages; empty unless the origin is {@link
 *     Origin#CLAIMED}
 */
public record Standing(Origin origin, String claimants) {

  /** Way in which a row came to be a spec's. */
  public enum Origin {
    /** Loads of the spec made it, and no other spec says it. */
    CREATED,
    /** It was there before. */
    ADOPTED,
    /** Other specs say it, too. */
    CLAIMED,
    /** There is no ledger, or the ledger is not to be asked. */
    UNRECORDED
  }

  public static final Standing CREATED = new Standing(Origin.CREATED, "");
  public static final Standing ADOPTED = new Standing(Origin.ADOPTED, "");
  public static final Standing UNRECORDED = new Standing(Origin.UNRECORDED, "");

  /** Returns whether a reset of the spec takes the row. */
  public boolean goes() {
    return origin == Origin.CREATED || origin == Origin.UNRECORDED;
  }

  /** Returns whether the row is known to be devdata's, whatever became of its columns. */
  public boolean isCreated() {
    return origin == Origin.CREATED;
  }
}
