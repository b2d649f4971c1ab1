package org.openedx.devdata.spec.load;

import java.util.Optional;
import org.openedx.devdata.spec.Position;

/**
 * Connection of a target to the database of one service, as written; nothing is interpreted here.
 *
 * @param position of the connection's mapping
 * @param url JDBC or http address
 * @param user name to log in with
 * @param password to log in with; never together with a password file
 * @param passwordFile path of a file that holds it
 * @param historyDatabase database of the LMS's extended state history, where that is another one
 */
public record TargetConnection(
    Position position,
    Optional<Located> url,
    Optional<Located> user,
    Optional<Located> password,
    Optional<Located> passwordFile,
    Optional<Located> historyDatabase) {}
