SELECT course_key, toDate(time, 'UTC') AS day, verb, if(object_id LIKE '%/threads/%', 'thread', 'comment') AS object, count() AS events
FROM {judge}.seen
WHERE course_key IN ({courses}) AND object_id LIKE '%/api/discussion/v1/%'
GROUP BY course_key, day, verb, object
