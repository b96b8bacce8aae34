package dev.belay.processor.lower.ir;

import java.util.List;

/**
 * Lambdas and method references of a private interface. They are of an interface of ours with the
 * same method, and an object of the private one is made that calls it.
 *
 * <pre>{@code
 * Step step = n -> n + 1;                                  // private interface Step
 * Step_ step = Hidden.<Step_>lambda_Step(n -> n + 1);      // interface Lambda1 { int go(int a0); }
 * }</pre>
 *
 * @param name of our interface
 * @param accessor makes the object
 * @param binaryName of the private interface
 * @param method the name of its method
 * @param typeParameters of our interface, with bounds
 * @param accessorParameters the type parameters of the accessor
 * @param made the type of the object
 */
public record HiddenFunction(
    String name,
    String accessor,
    String binaryName,
    String method,
    List<Fragment> typeParameters,
    List<Fragment> accessorParameters,
    TypeText made,
    List<TypeText> parameters,
    TypeText result,
    List<TypeText> thrown) {

  public HiddenFunction {
    typeParameters = List.copyOf(typeParameters);
    accessorParameters = List.copyOf(accessorParameters);
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
  }
}
