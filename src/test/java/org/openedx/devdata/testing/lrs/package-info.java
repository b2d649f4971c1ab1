/** A learning record store for tests: a real Ralph, or a double that checks what Ralph checks. */
package org.openedx.devdata.testing.lrs;
