package dev.belay.processor.lower.ir;

import java.util.List;
import java.util.Optional;

/**
 * An update of a hidden field whose object is computed: a class that holds the object and the value
 * that the field had before the operand is evaluated.
 *
 * <pre>{@code
 * find(key).count += n      // new Hidden.Update1(self.find(key)).by(n)
 * find(key).count++         // new Hidden.Update2(self.find(key)).after()
 * }</pre>
 *
 * @param name the name of that class
 * @param getter the accessor that reads the field
 * @param setter the accessor that assigns it
 * @param typeParameters the type parameters of the class, with bounds
 * @param object the type of the object
 * @param field the type of the field
 * @param computed the type to which the result of the operator is cast
 * @param operator the binary operator
 * @param joins whether the old value, which is no string, becomes one
 * @param operand the type of what stands behind the operator; empty for {@code ++} and {@code --}
 *     behind the field, whose value is the old one
 */
public record HiddenUpdate(
    String name,
    String getter,
    String setter,
    List<Fragment> typeParameters,
    TypeText object,
    TypeText field,
    TypeText computed,
    String operator,
    boolean joins,
    Optional<TypeText> operand) {

  public HiddenUpdate {
    typeParameters = List.copyOf(typeParameters);
  }
}
