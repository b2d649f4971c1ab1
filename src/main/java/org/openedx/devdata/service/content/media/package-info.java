/** Raw text and files of content: media types, digests, limits. Knows no other applet. */
package org.openedx.devdata.service.content.media;
