SELECT toDate(time, 'UTC') AS day, count() AS statements, uniqExact(actor_id) AS learners
FROM {judge}.seen WHERE course_key IN ({courses})
GROUP BY day
