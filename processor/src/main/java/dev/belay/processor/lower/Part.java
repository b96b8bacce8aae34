package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Variable;
import java.util.List;

/**
 * A stretch of a large body in a method of its own.
 *
 * @param name the method's name
 * @param parameters local variables of the body that the stretch reads
 * @param code its statements
 * @param completes whether they come to an end, so that the caller goes on after them
 */
public record Part(String name, List<Variable> parameters, List<Code> code, boolean completes) {
  public Part {
    parameters = List.copyOf(parameters);
    code = List.copyOf(code);
  }
}
