SELECT course_key, subsection_id,
  multiIf(score > 90, '>90%', score > 70, '71-90%', score > 50, '51-70%', score > 30, '31-50%', score > 0, '1-30%', '0%') AS score_range,
  count() AS learners
FROM (
  SELECT a.course_key AS course_key, s.location AS subsection_id, a.actor_id, round(avg(a.score) * 100, 6) AS score
  FROM (SELECT course_key, actor_id, problem_id, argMax(scaled, time) AS score FROM (
  SELECT course_key, actor_id, extract(object_id, '/xblock/([^_]+)') AS problem_id,
    greatest(toInt32OrZero(extract(object_id, '_([0-9]+)_1$')) - 1, 0) AS part,
    JSONExtractInt(event, 'object', 'definition', 'extensions', 'http://id.tincanapi.com/extension/attempt-id') AS attempt,
    JSONExtractString(event, 'result', 'response') AS response,
    JSONExtractBool(event, 'result', 'success') AS success,
    JSONExtractFloat(event, 'result', 'score', 'scaled') AS scaled,
    JSONExtractString(event, 'object', 'objectType') AS kind,
    time
  FROM {judge}.seen WHERE course_key IN ({courses}) AND verb = 'evaluated') WHERE part = 0
    GROUP BY course_key, actor_id, problem_id) AS a
  INNER JOIN {judge}.blocks AS b ON a.course_key = b.course_key AND a.problem_id = b.location
  INNER JOIN {judge}.blocks AS s ON s.course_key = b.course_key AND s.section = b.section AND s.subsection = b.subsection
  WHERE b.graded AND s.type = 'sequential'
  GROUP BY course_key, subsection_id, a.actor_id
)
GROUP BY course_key, subsection_id, score_range
