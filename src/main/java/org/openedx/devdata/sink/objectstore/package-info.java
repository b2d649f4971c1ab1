/**
 * Object stores that speak S3, as places for files: parts of a file are uploaded while it is being
 * made, and a run that was interrupted resumes with the parts that are there. The only package that
 * mentions the AWS SDK. Uses sink.file and bytes.
 */
package org.openedx.devdata.sink.objectstore;
