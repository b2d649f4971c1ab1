SELECT course_key, toDate(time, 'UTC') AS day,
  JSONExtractString(event, 'object', 'definition', 'extensions', 'https://w3id.org/xapi/acrossx/extensions/type') AS mode,
  verb AS status, count() AS events
FROM {judge}.seen
WHERE verb IN ('registered', 'unregistered') AND course_key IN ({courses})
GROUP BY course_key, day, mode, status
