package org.openedx.devdata.xapi;

/**
 * The JSON of each statement type with its slots, in the form that a live site's
 * event-routing-backends gives it. Immutable.
 */
final class Skeletons {

  private static final String FORUM = "$LMS$/api/discussion/v1/";
  private static final String SCORE =
      "\"score\":{\"min\":0.0,\"max\":$MAX$,\"raw\":$RAW$,\"scaled\":$SCALED$}";

  private final StatementSettings settings;

  Skeletons(StatementSettings settings) {
    this.settings = settings;
  }

  /**
   * The JSON of a type.
   *
   * @param visited whether there is a session
   */
  String of(StatementType type, boolean visited) {
    StringBuilder json = new StringBuilder("{\"id\":\"$ID$\",\"version\":\"1.0.3\",");
    json.append("\"timestamp\":\"$TIME$\",\"actor\":{\"objectType\":\"Agent\",\"account\":{");
    json.append("\"homePage\":\"$LMS$\",\"name\":\"$ACCOUNT$\"}},");
    json.append("\"verb\":{\"id\":\"").append(type.verb().iri());
    json.append("\",\"display\":{\"en\":\"").append(type.verb().word()).append("\"}},");
    json.append("\"object\":").append(object(type)).append(',');
    String result = result(type);
    if (!result.isEmpty()) {
      json.append("\"result\":{").append(result).append("},");
    }
    json.append("\"context\":{")
        .append(activities(type))
        .append(extensions(type, visited))
        .append("}}");
    return json.toString().replace("$LMS$", settings.lmsUrl());
  }

  private static String object(StatementType type) {
    return switch (type) {
      case REGISTERED, UNREGISTERED ->
          activity(
              "$COURSE_URL$",
              ActivityTypes.COURSE,
              name("$COURSE_NAME$") + ",\"extensions\":{" + text(Extensions.TYPE, "TEXT") + "}");
      case FIRST_TIME_PASSED, NOW_PASSED, NOW_FAILED ->
          activity(
              "$COURSE_URL$", ActivityTypes.COURSE, name("$COURSE_NAME$") + ",\"extensions\":{}");
      case COURSE_GRADE_CALCULATED ->
          activity("$COURSE_URL$", ActivityTypes.COURSE, name("$COURSE_NAME$"));
      case SUBSECTION_GRADE_CALCULATED -> activity(block("sequential"), ActivityTypes.RESOURCE, "");
      case BLOCK_COMPLETED -> activity(block("$KIND$"), ActivityTypes.RESOURCE, "");
      case PROBLEM_SUBMITTED -> activity(block("problem"), ActivityTypes.QUESTION, "");
      case PROBLEM_COMPLETED ->
          activity("$USAGE$problem+block@$BLOCK$", ActivityTypes.INTERACTION, "");
      case BROWSER_PROBLEM_CHECK ->
          activity(block("problem"), ActivityTypes.INTERACTION, ",\"interactionType\":\"other\"");
      case SERVER_PROBLEM_CHECK -> activity(block("problem"), ActivityTypes.INTERACTION, asked());
      case SERVER_PROBLEM_CHECK_UNTYPED ->
          activity(
              block("problem"),
              ActivityTypes.INTERACTION,
              ",\"extensions\":{$ATTEMPT$},\"name\":{\"en-US\":\"$TEXT$\"},"
                  + "\"interactionType\":\"other\"");
      case MULTI_QUESTION_PROBLEM_CHECK -> group();
      case QUESTION_CHECK ->
          activity(block("problem") + "_$OTHER_NUMBER$_1", ActivityTypes.INTERACTION, asked());
      case SHOW_ANSWER -> activity(block("problem") + "/answer", ActivityTypes.SOLUTION, "");
      case SHOW_HINT ->
          activity(block("problem") + "/hint/$NUMBER$", ActivityTypes.SUPPLEMENTAL, "");
      case NEXT_NAVIGATION, PREVIOUS_NAVIGATION, TAB_SELECTED_NAVIGATION ->
          activity(
              block("sequential"),
              ActivityTypes.RESOURCE,
              ",\"extensions\":{" + bare(Extensions.TOTAL, "TOTAL") + "}");
      case LINK_CLICKED -> activity(jump(), ActivityTypes.LINK, "");
      case OUTLINE_SELECTED -> activity(jump(), ActivityTypes.MODULE, name("$TEXT$"));
      default -> objectOfFamily(type);
    };
  }

  private static String objectOfFamily(StatementType type) {
    return switch (type.family()) {
      case VIDEO -> activity(block("video"), ActivityTypes.VIDEO, "");
      case EXAM ->
          activity(
              "$USAGE$sequential+block@$BLOCK$",
              examType(type),
              name("$TEXT$") + ",\"extensions\":{" + bare(Extensions.TIME_LIMIT, "NUMBER") + "}");
      default -> {
        String title = isTitled(type) ? name("$TEXT$") : "";
        String path = type == StatementType.THREAD_VIEWED ? "$OTHER_TEXT$" : path(type);
        yield activity(FORUM + path + "/$POST$", ActivityTypes.DISCUSSION, title);
      }
    };
  }

  private static String result(StatementType type) {
    return switch (type) {
      case COURSE_GRADE_CALCULATED ->
          "\"score\":{\"min\":0.0,\"max\":1.0,\"raw\":$SCALED$,\"scaled\":$SCALED$},"
              + "\"extensions\":{"
              + text(Extensions.GRADE_CLASS, "TEXT")
              + "}";
      case SUBSECTION_GRADE_CALCULATED, PROBLEM_SUBMITTED -> SCORE + ",\"success\":$SUCCESS$";
      case SERVER_PROBLEM_CHECK, SERVER_PROBLEM_CHECK_UNTYPED, MULTI_QUESTION_PROBLEM_CHECK ->
          SCORE + ",\"success\":$SUCCESS$,\"response\":\"$OTHER_TEXT$\"";
      case QUESTION_CHECK -> "\"success\":$SUCCESS$,\"response\":\"$OTHER_TEXT$\"";
      case BLOCK_COMPLETED ->
          "\"completion\":$SUCCESS$,\"extensions\":{" + bare(Extensions.PROGRESS, "PROGRESS") + "}";
      case PLAYED_VIDEO, PAUSED_VIDEO, STOPPED_VIDEO ->
          "\"extensions\":{" + bare(Extensions.TIME, "POSITION") + "}";
      case COMPLETED_VIDEO ->
          "\"extensions\":{"
              + bare(Extensions.TIME, "LENGTH")
              + "},\"completion\":true,\"duration\":\"$PERIOD$\"";
      case POSITION_CHANGED_VIDEO ->
          "\"extensions\":{"
              + bare(Extensions.TIME_FROM, "POSITION")
              + ","
              + bare(Extensions.TIME_TO, "OTHER_POSITION")
              + "}";
      case TRANSCRIPT_ENABLED, TRANSCRIPT_DISABLED ->
          "\"extensions\":{"
              + bare(Extensions.TIME, "POSITION")
              + ",\""
              + Extensions.CC_ENABLED
              + "\":"
              + (type == StatementType.TRANSCRIPT_ENABLED)
              + "}";
      case SPEED_CHANGED_VIDEO ->
          "\"extensions\":{\""
              + Extensions.SPEED_FROM
              + "\":\"$SPEED_FROM$x\",\""
              + Extensions.SPEED_TO
              + "\":\"$SPEED_TO$x\"}";
      default -> "";
    };
  }

  private static String activities(StatementType type) {
    return switch (type) {
      case REGISTERED, UNREGISTERED, FIRST_TIME_PASSED, NOW_PASSED, NOW_FAILED -> "";
      case QUESTION_CHECK ->
          "\"statement\":{\"objectType\":\"StatementRef\",\"id\":\"$REFERENCE$\"},"
              + "\"contextActivities\":{\"parent\":["
              + group()
              + "],\"grouping\":[$COURSE_ACTIVITY$]},";
      default -> {
        String grouping = grouping(type);
        yield "\"contextActivities\":{\"parent\":[$COURSE_ACTIVITY$]"
            + (grouping.isEmpty() ? "" : ",\"grouping\":[" + grouping + "]")
            + "},";
      }
    };
  }

  private static String grouping(StatementType type) {
    if (type.family() == TypeFamily.EXAM) {
      String times =
          type.verb() == Verb.TERMINATED
              ? text(Extensions.STARTED, "STARTED")
                  + ","
                  + text(Extensions.FINISHED, "FINISHED")
                  + ","
                  + bare(Extensions.DURATION, "TAKEN")
                  + ","
              : "";
      return activity(
          "$CODE$",
          ActivityTypes.ATTEMPT,
          name("$TEXT$") + ",\"extensions\":{" + times + "$ATTEMPT$}");
    }
    return type == StatementType.RESPONSE_CREATED || type == StatementType.COMMENT_CREATED
        ? activity(FORUM + "threads/$THREAD$", ActivityTypes.DISCUSSION, "")
        : "";
  }

  private String extensions(StatementType type, boolean visited) {
    String own =
        switch (type) {
          case NEXT_NAVIGATION, PREVIOUS_NAVIGATION ->
              bare(Extensions.START, "NUMBER")
                  + ",\""
                  + Extensions.END
                  + "\":\""
                  + (type == StatementType.NEXT_NAVIGATION ? "next unit" : "previous unit")
                  + "\",";
          case TAB_SELECTED_NAVIGATION ->
              bare(Extensions.START, "NUMBER") + "," + bare(Extensions.END, "OTHER_NUMBER") + ",";
          case POST_CREATED, THREAD_VOTED, RESPONSE_VOTED -> text(Extensions.TYPE, "KIND") + ",";
          default ->
              type.family() == TypeFamily.VIDEO ? bare(Extensions.LENGTH, "LENGTH") + "," : "";
        };
    return "\"extensions\":{"
        + own
        + "\""
        + Extensions.TRANSFORMER
        + "\":\""
        + settings.transformerVersion()
        + "\""
        + (visited ? "," + text(Extensions.SESSION, "SESSION") : "")
        + "}";
  }

  private static String group() {
    return "{\"id\":\""
        + block("problem")
        + "\",\"objectType\":\"GroupActivity\",\"definition\":{\"type\":\""
        + ActivityTypes.INTERACTION
        + "\",\"extensions\":{$ATTEMPT$},\"description\":{\"en-US\":\"$PARENT_TEXT$\"},"
        + "\"interactionType\":\"other\"}}";
  }

  private static String asked() {
    return ",\"extensions\":{$ATTEMPT$},\"description\":{\"en-US\":\"$TEXT$\"},"
        + "\"interactionType\":\"$KIND$\"";
  }

  private static String activity(String id, String type, String rest) {
    return "{\"id\":\""
        + id
        + "\",\"objectType\":\"Activity\",\"definition\":{\"type\":\""
        + type
        + "\""
        + rest
        + "}}";
  }

  private static String name(String value) {
    return ",\"name\":{\"en\":\"" + value + "\"}";
  }

  private static String block(String type) {
    return "$LMS$/xblock/$USAGE$" + type + "+block@$BLOCK$";
  }

  private static String jump() {
    return "$LMS$/courses/$COURSE_KEY$/jump_to/$USAGE$sequential+block@$BLOCK$";
  }

  private static String text(String key, String slot) {
    return "\"" + key + "\":\"$" + slot + "$\"";
  }

  private static String bare(String key, String slot) {
    return "\"" + key + "\":$" + slot + "$";
  }

  private static boolean isThread(StatementType type) {
    return type == StatementType.POST_CREATED || type.name().startsWith("THREAD_");
  }

  /** Events of votes and edits name no title. */
  private static boolean isTitled(StatementType type) {
    return isThread(type)
        && type != StatementType.THREAD_VOTED
        && type != StatementType.THREAD_EDITED;
  }

  private static String path(StatementType type) {
    return isThread(type) ? "threads" : "comments";
  }

  private static String examType(StatementType type) {
    return switch (type) {
      case TIMED_EXAM_CREATED, TIMED_EXAM_SUBMITTED -> ActivityTypes.TIMED;
      case PRACTICE_EXAM_CREATED, PRACTICE_EXAM_SUBMITTED -> ActivityTypes.PRACTICE;
      default -> ActivityTypes.PROCTORED;
    };
  }
}
