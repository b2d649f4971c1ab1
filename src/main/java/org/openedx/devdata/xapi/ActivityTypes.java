package org.openedx.devdata.xapi;

/** The definition types of the objects of Open edX statements. Constants only. */
final class ActivityTypes {

  static final String COURSE = "http://adlnet.gov/expapi/activities/course";
  static final String MODULE = "http://adlnet.gov/expapi/activities/module";
  static final String LINK = "http://adlnet.gov/expapi/activities/link";
  static final String RESOURCE = "http://id.tincanapi.com/activitytype/resource";
  static final String INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
  static final String QUESTION = "http://adlnet.gov/expapi/activities/question";
  static final String SOLUTION = "http://id.tincanapi.com/activitytype/solution";
  static final String SUPPLEMENTAL = "https://w3id.org/xapi/acrossx/extensions/supplemental-info";
  static final String VIDEO = "https://w3id.org/xapi/video/activity-type/video";
  static final String DISCUSSION = "http://id.tincanapi.com/activitytype/discussion";
  static final String TIMED = "https://w3id.org/xapi/openedx/activity/timed-assessment";
  static final String PRACTICE = "https://w3id.org/xapi/openedx/activity/practice-assessment";
  static final String PROCTORED = "https://w3id.org/xapi/openedx/activity/proctored-assessment";
  static final String ATTEMPT = "http://adlnet.gov/expapi/activities/attempt";

  private ActivityTypes() {}
}
