SELECT course_key, problem_id, part, attempts, success, count() AS learners
FROM (
  SELECT course_key, problem_id, part, actor_id, argMax(attempt, time) AS attempts, argMax(success, time) AS success
  FROM (
  SELECT course_key, actor_id, extract(object_id, '/xblock/([^_]+)') AS problem_id,
    greatest(toInt32OrZero(extract(object_id, '_([0-9]+)_1$')) - 1, 0) AS part,
    JSONExtractInt(event, 'object', 'definition', 'extensions', 'http://id.tincanapi.com/extension/attempt-id') AS attempt,
    JSONExtractString(event, 'result', 'response') AS response,
    if(JSONExtractBool(event, 'result', 'success'), 'true', 'false') AS success,
    JSONExtractFloat(event, 'result', 'score', 'scaled') AS scaled,
    JSONExtractString(event, 'object', 'objectType') AS kind,
    time
  FROM {judge}.seen WHERE course_key IN ({courses}) AND verb = 'evaluated') GROUP BY course_key, problem_id, part, actor_id
)
GROUP BY course_key, problem_id, part, attempts, success
