package org.openedx.devdata.service.lms.userstate;

/**
 * Owner of a block's field. Learner state is {@link #USER_STATE}; the client refuses the others, as
 * the platform's does.
 */
public enum Scope {
  USER_STATE,
  USER_STATE_SUMMARY,
  PREFERENCES,
  USER_INFO,
  CONTENT,
  SETTINGS,
  CHILDREN,
  PARENT;

  /** The name as the platform writes it, such as {@code user_state}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
