package dev.belay.processor.report;

import java.util.List;

/**
 * Every error of the compiler part. The constant's name is the stable id; the three sentences are
 * what is wrong, why it cannot work, and what to write instead. {@code {0}} is an argument.
 */
public enum Message {
  TemplateHasNoBody(
      "'{0}' has no body",
      "Belay compiles a template's body, and an abstract or native method has none",
      "give it a body, or remove the annotation"),
  TemplateKinds(
      "'{0}' carries more than one of @AsyncGenerator, @AsyncResource and @AsyncMethod",
      "each annotation compiles the body to something else", "keep one of them"),
  TemplateSynchronized(
      "'{0}' is synchronized",
      "the body goes on from other threads, and a monitor belongs to one thread",
      "remove 'synchronized' and guard the state in another way"),
  GeneratorNotVoid(
      "'{0}' returns {1}",
      "a template hands out its values through its Yield parameter; the companion returns the {2}",
      "declare it void"),
  YieldMissing(
      "'{0}' has no Yield parameter",
      "the last parameter of @{1} is what the body hands its values to",
      "add 'Yield<T> out' as the last parameter"),
  YieldNotLast(
      "the Yield parameter of '{0}' is not its last parameter",
      "the companion has the parameters before it", "move it to the end"),
  YieldMoreThanOne(
      "'{0}' has more than one Yield parameter",
      "a body hands its values to one consumer", "keep the last one"),
  YieldRaw(
      "the Yield parameter of '{0}' has no type argument",
      "the companion's element type is taken from it",
      "write Yield<T> with the type of the elements, or Exchange<T, S>"),
  YieldInMethod(
      "'{0}' has a Yield parameter",
      "an @AsyncMethod has one result and nothing to yield to",
      "remove the parameter, or use @AsyncGenerator"),
  ExchangeInResource(
      "'{0}' has an Exchange parameter", "only an @AsyncGenerator can be answered", "use Yield<T>"),
  ResourceClassKind(
      "'{0}' is {1}", "the scope of a resource class creates its instances with 'new'", "{2}"),
  ResourceConstructorPrivate(
      "every constructor of '{0}' is private",
      "the scope has a method 'of' for each constructor that it can call",
      "make a constructor package-private"),
  ResourceMethodMissing(
      "'{0}' has no method '{1}'",
      "its scope calls it to {2} each instance",
      "add '{3}', or name another method: @AsyncResource({2} = \"...\")"),
  ResourceMethodUnfit("'{0}' {1}", "{2}", "{3}"),
  ResourceMethodAmbiguous(
      "there is more than one way in which '{0}' {1}",
      "the annotation knows methods by their names alone",
      "rename one of them, and name the other in the annotation"),
  YieldParameterEscapes(
      "'{0}' is used as a value",
      "it exists only while the body is compiled: there is nothing to pass on at run time",
      "call {0}.yield(value) or {0}.yieldAll(iterable) in this body"),
  YieldInFinally(
      "'{0}' yields inside finally",
      "a consumer that closes the iterator runs this block, and nobody takes the value (A28)",
      "yield before the finally block"),
  SuspensionInLambda(
      "'{0}' inside a lambda",
      "a lambda is called by others, on their thread, and cannot be suspended",
      "move it out of the lambda, or make the lambda call the companion of an @AsyncMethod"),
  SuspensionInClass(
      "'{0}' inside a nested class",
      "only the template's own body is compiled",
      "make that method an @AsyncMethod of a class of its own"),
  SuspensionInSynchronized(
      "'{0}' inside synchronized",
      "the body may go on on another thread, which does not hold the monitor",
      "leave the synchronized block first"),
  UsingMisplaced(
      "'using' stands inside another expression",
      "the resource is open until the end of the enclosing block, so using(...) must be a statement"
          + " of a block",
      "write 'var resource = using(scope);' on a line of its own, in braces"),
  EachMisplaced(
      "'each' outside the head of a for loop",
      "an asynchronous sequence can only be walked by the loop that Belay compiles",
      "write 'for (var element : each(sequence))'"),
  Unsupported("{0} is not supported here by this version of Belay", "{1}", "{2}"),
  PrivateType(
      "the private class '{0}' is used in a way that needs its name",
      "Java lets no other class name it, and the companion is another class",
      "make it package-private"),
  InaccessibleType(
      "the class '{0}' is {1}, and this body needs its name",
      "the companion is a class of the template's package that inherits nothing, so it cannot"
          + " name that class",
      "make the class public, or keep its objects in a class of your own"),
  UnresolvedType(
      "{0}",
      "the body cannot be compiled before every name in it is known, and no processor generated it",
      "correct the name, or generate it in an earlier step"),
  TreeChanged(
      "the source of '{0}' does not compile: {1}",
      "Belay reads the source; javac has not looked at it, or not as another processor changed it",
      "correct it, or write out what the other processor adds"),
  CompanionNotWritten("the class '{0}' cannot be generated", "{1}", "{2}"),
  RuntimeVersion(
      "belay-runtime on the class path does not fit belay-processor",
      "generated code speaks version {0} of the protocol between the two, and the runtime {1}",
      "use the same version of both"),
  RuntimeNotFound(
      "belay-runtime is not on the processor path",
      "belay-processor looks for annotations whose classes are in that jar",
      "put it there beside belay-processor; Maven and Gradle do that by themselves"),
  BadOption("{0}", "nothing is checked by an option that was misunderstood", "{1}"),
  RuleFault(
      "the rule {0} failed here",
      "it threw {1}, and is left out of the rest of this compilation",
      "please report it to the authors of the rule; -Abelay.rule.{0}=off turns it off"),
  RuleNotLoaded(
      "a rule on the processor path could not be loaded", "{0}", "remove or correct its jar"),
  ReportNotWritten(
      "the checker's report could not be written",
      "{0}",
      "name another directory with -Abelay.report.dir"),
  InternalFault(
      "Belay could not compile '{0}', and the fault is Belay's",
      "{1}", "please report it with the source of this method"),
  NotJavac("Belay cannot compile this project", "{0}", "compile with javac"),
  NestedCompilation(
      "the body of '{0}' could not be read",
      "javac failed while it looked at the body: {1}",
      "compile without Belay to see javac's own report");

  private final String what;
  private final String why;
  private final String instead;

  Message(String what, String why, String instead) {
    this.what = what;
    this.why = why;
    this.instead = instead;
  }

  String format(List<String> arguments) {
    return "["
        + name()
        + "] "
        + fill(what, arguments)
        + "\n  why: "
        + fill(why, arguments)
        + "\n  instead: "
        + fill(instead, arguments);
  }

  private static String fill(String text, List<String> arguments) {
    String filled = text;
    for (int i = 0; i < arguments.size(); i++) {
      filled = filled.replace("{" + i + "}", arguments.get(i));
    }
    return filled;
  }
}
