package org.openedx.devdata.xapi;

/** The extension keys of Open edX statements. Constants only. */
final class Extensions {

  static final String TRANSFORMER = "https://w3id.org/xapi/openedx/extension/transformer-version";
  static final String SESSION = "https://w3id.org/xapi/openedx/extensions/session-id";
  static final String TYPE = "https://w3id.org/xapi/acrossx/extensions/type";
  static final String TOTAL = "https://w3id.org/xapi/acrossx/extensions/total-items";
  static final String TIME_LIMIT = "https://w3id.org/xapi/acrossx/extensions/time-limit";
  static final String ATTEMPT_ID = "http://id.tincanapi.com/extension/attempt-id";
  static final String START = "http://id.tincanapi.com/extension/starting-position";
  static final String END = "http://id.tincanapi.com/extension/ending-point";
  static final String DURATION = "http://id.tincanapi.com/extension/duration";
  static final String STARTED = "https://w3id.org/xapi/openedx/extension/attempt-started";
  static final String FINISHED = "https://w3id.org/xapi/openedx/extension/attempt-completed";
  static final String LENGTH = "https://w3id.org/xapi/video/extensions/length";
  static final String TIME = "https://w3id.org/xapi/video/extensions/time";
  static final String TIME_FROM = "https://w3id.org/xapi/video/extensions/time-from";
  static final String TIME_TO = "https://w3id.org/xapi/video/extensions/time-to";
  static final String CC_ENABLED = "https://w3id.org/xapi/video/extensions/cc-enabled";
  static final String SPEED_FROM = "https://w3id.org/xapi/openedx/extension/speed-from";
  static final String SPEED_TO = "https://w3id.org/xapi/openedx/extension/speed-to";
  static final String PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
  static final String GRADE_CLASS = "http://www.tincanapi.co.uk/activitytypes/grade_classification";

  private Extensions() {}
}
