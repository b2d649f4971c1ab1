SELECT course_key, block_id, day, sum(seen) AS views, count() AS learners, countIf(day = last) AS last_learners
FROM (
  SELECT course_key, splitByString('/xblock/', object_id)[2] AS block_id, actor_id, toDate(time, 'UTC') AS day,
    count() AS seen, max(day) OVER (PARTITION BY course_key, block_id, actor_id) AS last
  FROM {judge}.seen
  WHERE course_key IN ({courses}) AND verb = 'navigated' AND object_id LIKE '%/xblock/%'
  GROUP BY course_key, block_id, actor_id, day
)
GROUP BY course_key, block_id, day
