package org.openedx.devdata.service.lms.userstate;

import java.util.Optional;
import org.openedx.devdata.jdbc.rows.RowRejectedException;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.spec.Shown;

/** Failure of a call about learner state, one type for each cause; databases have their own. */
public abstract sealed class UserStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient StateChange change;

  private UserStateException(String message) {
    this(message, null, null);
  }

  private UserStateException(String message, StateChange change, Throwable cause) {
    super(message, cause);
    this.change = change;
  }

  /** The change that could not be made, where one of several is to blame. */
  public Optional<StateChange> change() {
    return Optional.ofNullable(change);
  }

  /** The requested data does not exist. */
  public static final class DoesNotExist extends UserStateException {
    private static final long serialVersionUID = 1L;

    public DoesNotExist(String what, String username, UsageKey block) {
      super("user '" + username + "' has no " + what + " in block '" + block + "'");
    }
  }

  /** State is to be written for a user who is not there. */
  public static final class NoSuchUser extends UserStateException {
    private static final long serialVersionUID = 1L;

    public NoSuchUser(StateChange change) {
      super(message(change.username()), change, null);
    }

    /** Message for a user who is not there. */
    public static String message(String username) {
      return "there is no user " + Shown.quoted(username) + "; create the account first";
    }
  }

  /** Something was asked for in a scope other than {@link Scope#USER_STATE}. */
  public static final class UnsupportedScope extends UserStateException {
    private static final long serialVersionUID = 1L;

    public UnsupportedScope(Scope scope) {
      super("scope '" + scope.word() + "' is not kept here; only 'user_state' is");
    }
  }

  /** A state or a key cannot be stored; nothing was written. */
  public static final class InvalidState extends UserStateException {
    private static final long serialVersionUID = 1L;

    public InvalidState(String message) {
      super(message);
    }
  }

  /** A stored state is not a JSON object. */
  public static final class CorruptState extends UserStateException {
    private static final long serialVersionUID = 1L;

    public CorruptState(String message) {
      super(message);
    }

    public CorruptState(CorruptState found, StateChange change) {
      super(found.getMessage() + "; correct or delete that state first", change, found);
    }
  }

  /** The server refuses to store a state or a key; nothing was written. */
  public static final class Refused extends UserStateException {
    private static final long serialVersionUID = 1L;

    public Refused(Edit edit, RowRejectedException cause) {
      super(
          "the state of block '" + edit.place().moduleId() + "' is refused: " + cause.getMessage(),
          edit.origin(),
          cause);
    }
  }

  /**
   * Named fields are to be deleted where state has never been stored (NULL, which is not the empty
   * object): the platform's client fails there too. Nothing was written.
   */
  public static final class NeverStored extends UserStateException {
    private static final long serialVersionUID = 1L;

    public NeverStored(String username, UsageKey block) {
      super(
          "user '"
              + username
              + "' has never stored state in block '"
              + block
              + "', so no fields of it can be deleted; delete its whole state or leave it out");
    }
  }

  /** The caller may not do this. Part of the interface; the stores of devdata never throw it. */
  public static final class PermissionDenied extends UserStateException {
    private static final long serialVersionUID = 1L;

    public PermissionDenied(String message) {
      super(message);
    }
  }

  /** The store is away for now. Part of the interface; the stores of devdata never throw it. */
  public static final class ServiceUnavailable extends UserStateException {
    private static final long serialVersionUID = 1L;

    public ServiceUnavailable(String message) {
      super(message);
    }
  }
}
