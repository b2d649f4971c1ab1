(
  SELECT
    course_key,
    actor_id,
    argMaxIf(JSONExtractString(event, 'object', 'definition', 'extensions',
      'https://w3id.org/xapi/acrossx/extensions/type'), time, verb IN ('registered', 'unregistered')) AS mode,
    argMaxIf(verb, time, verb IN ('registered', 'unregistered')) AS status,
    maxIf(time, verb IN ('registered', 'unregistered')) AS changed,
    countIf(verb = 'earned' AND object_id LIKE '%/course/%') AS grades,
    argMaxIf(toInt32(round(100 * JSONExtractFloat(event, 'result', 'score', 'scaled'))), time,
      verb = 'earned' AND object_id LIKE '%/course/%') AS course_grade,
    argMaxIf(toInt32(round(100 * JSONExtractFloat(event, 'result', 'score', 'scaled'))), time,
      (verb = 'earned' AND object_id LIKE '%/course/%') OR verb = 'failed') AS shown_grade,
    argMaxIf(multiIf(verb != 'earned', verb, event LIKE '%grade_classification":"Pass"%', 'passed', 'failed'), time,
      (verb = 'earned' AND object_id LIKE '%/course/%') OR verb IN ('failed', 'passed')) AS last_state,
    if(last_state = '', 'failed', last_state) AS state,
    countIf(verb = 'navigated') AS visits,
    maxIf(time, verb = 'navigated') AS last_visit,
    visits > 0 AND last_visit >= {now} - INTERVAL 7 DAY AS active,
    visits > 0 AND NOT active AND state = 'failed' AND status = 'registered' AS at_risk
  FROM {judge}.seen
  WHERE course_key IN ({courses})
  GROUP BY course_key, actor_id
)
