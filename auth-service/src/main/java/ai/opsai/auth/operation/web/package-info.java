/**
 * Operations over HTTP: list, state, live stream, cancel; and the waiting answer of the calls that start one.
 */
@NullMarked
@NamedInterface("web")
package ai.opsai.auth.operation.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
