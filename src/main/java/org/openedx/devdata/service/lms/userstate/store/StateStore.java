package org.openedx.devdata.service.lms.userstate.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.Edit;

/**
 * Store of rows of learner state and their versions. Knows rows and texts; what they mean is the
 * client's. Iterators read as they go, a page at a time, in the order of row ids.
 */
public interface StateStore extends AutoCloseable {

  /** Keys of the users who are there, by name as given. */
  Map<String, Long> users(Collection<String> usernames);

  /** The rows of a user for blocks of one course, as far as they exist; a bounded number. */
  List<StoredState> find(long user, List<BlockPlace> places);

  /**
   * Makes saves in order, all or none, and records a version for each save of a row whose type is
   * {@code problem}.
   */
  void save(List<Edit> edits);

  /**
   * Makes all saves of a piece of work stand or fall together. Work that a race with another writer
   * spoils is taken back and done again from its beginning.
   */
  void together(Runnable work);

  /** Versions of a row, newest first; none when there is no row. */
  Iterator<StoredVersion> versions(long user, BlockPlace place);

  /** Rows of all users for a usage key, in whatever course. */
  Iterator<StoredState> ofBlock(String moduleId);

  /** Rows of all users for the blocks of a course, or for those of one type. */
  Iterator<StoredState> ofCourse(String courseId, Optional<String> moduleType);

  @Override
  void close();
}
