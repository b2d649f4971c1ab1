package org.openedx.devdata.service.lms.userstate;

import java.time.Duration;

/**
 * Hears the counters and timings of a client, named as the platform names them: {@code
 * xb_user_state.<method>.<stat>} and {@code xb_user_state.<method>.<block type>.<stat>}, where the
 * method is {@code get_many}, {@code set_many}, {@code delete_many}, {@code get_history}, {@code
 * iter_all_for_block} or {@code iter_all_for_course}. Told at the end of each call, of a stream
 * when its last entry has been taken. Called from the client's thread.
 */
public interface UserStateListener {

  /** Hears nothing. */
  UserStateListener NONE =
      new UserStateListener() {
        @Override
        public void count(String name, long amount) {}

        @Override
        public void time(String name, Duration duration) {}
      };

  /**
   * Adds to a counter.
   *
   * @param name ends in {@code calls}, {@code blocks_requested}, {@code blocks_out}, {@code
   *     blocks_created}, {@code blocks_updated} or {@code size} (characters of state)
   */
  void count(String name, long amount);

  /**
   * One call took so long.
   *
   * @param name ends in {@code duration}
   */
  void time(String name, Duration duration);
}
