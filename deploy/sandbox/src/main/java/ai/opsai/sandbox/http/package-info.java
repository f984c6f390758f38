/** A small HTTP/1.1 server that can also break its promises: cut a body, fall silent, reset the connection. */
@NullMarked
package ai.opsai.sandbox.http;

import org.jspecify.annotations.NullMarked;
