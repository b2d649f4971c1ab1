package org.openedx.devdata.xapi;

/** The verbs of Open edX statements, as event-routing-backends names them. */
public enum Verb {
  REGISTERED("http://adlnet.gov/expapi/verbs/registered"),
  UNREGISTERED("http://id.tincanapi.com/verb/unregistered"),
  PASSED("http://adlnet.gov/expapi/verbs/passed"),
  FAILED("http://adlnet.gov/expapi/verbs/failed"),
  EARNED("http://id.tincanapi.com/verb/earned"),
  PROGRESSED("http://adlnet.gov/expapi/verbs/progressed"),
  ATTEMPTED("http://adlnet.gov/expapi/verbs/attempted"),
  EVALUATED("https://w3id.org/xapi/acrossx/verbs/evaluated"),
  ASKED("http://adlnet.gov/expapi/verbs/asked"),
  COMPLETED("http://adlnet.gov/expapi/verbs/completed"),
  NAVIGATED("https://w3id.org/xapi/dod-isd/verbs/navigated"),
  INITIALIZED("http://adlnet.gov/expapi/verbs/initialized"),
  TERMINATED("http://adlnet.gov/expapi/verbs/terminated"),
  PLAYED("https://w3id.org/xapi/video/verbs/played"),
  PAUSED("https://w3id.org/xapi/video/verbs/paused"),
  SEEKED("https://w3id.org/xapi/video/verbs/seeked"),
  INTERACTED("http://adlnet.gov/expapi/verbs/interacted"),
  POSTED("https://w3id.org/xapi/acrossx/verbs/posted"),
  EDITED("https://w3id.org/xapi/acrossx/verbs/edited"),
  VIEWED("http://id.tincanapi.com/verb/viewed"),
  DELETED("https://w3id.org/xapi/dod-isd/verbs/deleted"),
  VOTED("https://w3id.org/xapi/openedx/verb/voted"),
  REPORTED("https://w3id.org/xapi/acrossx/verbs/reported"),
  UNREPORTED("https://w3id.org/xapi/openedx/verb/unreported");

  private final String iri;

  Verb(String iri) {
    this.iri = iri;
  }

  /** The verb's id. */
  public String iri() {
    return iri;
  }

  /** The word that is shown, such as {@code registered}. */
  public String word() {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }

  /** The text that goes into the hash of a statement's id. */
  String hashedText() {
    return "{\"id\": \"" + iri + "\", \"display\": {\"en\": \"" + word() + "\"}}";
  }
}
