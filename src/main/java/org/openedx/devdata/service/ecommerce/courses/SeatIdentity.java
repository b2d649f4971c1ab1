package org.openedx.devdata.service.ecommerce.courses;

import java.util.Locale;

/**
 * Attributes that distinguish the seats of one course, as the service itself compares them.
 *
 * @param certificateType in lower case; empty for an audit seat
 * @param idVerification whether a verified identity is asked for
 * @param creditProvider empty unless it is a credit seat
 */
record SeatIdentity(String certificateType, boolean idVerification, String creditProvider) {

  SeatIdentity {
    certificateType = certificateType.toLowerCase(Locale.ROOT);
  }
}
