package org.openedx.devdata.plan;

/**
 * Removal of rows that a run does besides what its step says.
 *
 * @param unspecified whether rows go that earlier loads of the spec made and it no longer says
 * @param adopted whether a reset also takes rows that were there before their first load
 * @param cascade whether a reset also takes whatever refers to the rows that it takes
 */
public record Removal(boolean unspecified, boolean adopted, boolean cascade) {

  public static final Removal NONE = new Removal(false, false, false);
}
