/** Charts of course content: pages, problems, videos, and how far learners come. */
package org.openedx.devdata.answers.content;
