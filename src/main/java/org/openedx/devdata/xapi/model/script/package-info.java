/** Acts of a visit: answers, posts, videos, exams, with what must hold between statements. */
package org.openedx.devdata.xapi.model.script;
