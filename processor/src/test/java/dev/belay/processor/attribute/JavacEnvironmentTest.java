package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavacEnvironmentTest {
  @TempDir Path directory;

  private void inCompilation(OtherProcessor.Action check) {
    new Compilation(directory.resolve("main"))
        .source("Use.java", "class Use {}")
        .processor(new OtherProcessor(check))
        .compiled();
  }

  @Test
  void plainJavac() {
    inCompilation(
        environment -> assertThat(JavacEnvironment.of(environment)).isSameAs(environment));
  }

  @Test
  void gradle() {
    String name =
        "org.gradle.api.internal.tasks.compile.processing.IncrementalProcessingEnvironment";
    String source =
        """
        package org.gradle.api.internal.tasks.compile.processing;
        import java.util.*;
        import javax.annotation.processing.*;
        import javax.lang.model.*;
        import javax.lang.model.util.*;
        class IncrementalProcessingEnvironment implements ProcessingEnvironment {
          private final ProcessingEnvironment delegate;
          public IncrementalProcessingEnvironment(ProcessingEnvironment delegate) { this.delegate = delegate; }
          @Override public Map<String, String> getOptions() { return delegate.getOptions(); }
          @Override public Messager getMessager() { return delegate.getMessager(); }
          @Override public Filer getFiler() { return delegate.getFiler(); }
          @Override public Elements getElementUtils() { return delegate.getElementUtils(); }
          @Override public Types getTypeUtils() { return delegate.getTypeUtils(); }
          @Override public SourceVersion getSourceVersion() { return delegate.getSourceVersion(); }
          @Override public Locale getLocale() { return delegate.getLocale(); }
        }
        """;
    inCompilation(
        environment -> {
          Class<?> wrapperType = compiled(name, source).loadClass(name);
          var constructor = wrapperType.getDeclaredConstructor(ProcessingEnvironment.class);
          constructor.setAccessible(true);
          ProcessingEnvironment wrapper =
              (ProcessingEnvironment) constructor.newInstance(environment);

          assertThat(JavacEnvironment.of(wrapper)).isSameAs(environment);
          ProcessingEnvironment twice = (ProcessingEnvironment) constructor.newInstance(wrapper);
          assertThat(JavacEnvironment.of(twice)).isSameAs(environment);
        });
  }

  @Test
  void jps() {
    String name = "org.jetbrains.jps.javac.APIWrappers";
    String source =
        """
        package org.jetbrains.jps.javac;
        import java.lang.reflect.*;
        public class APIWrappers {
          record Handler(Object target) implements InvocationHandler {
            @Override public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
              return method.invoke(target, arguments);
            }
          }
          public static Object wrap(Class<?> type, Object target) {
            return Proxy.newProxyInstance(APIWrappers.class.getClassLoader(), new Class<?>[] {type}, new Handler(target));
          }
          public static <T> T unwrap(Class<T> type, T wrapper) {
            return type.cast(((Handler) Proxy.getInvocationHandler(wrapper)).target());
          }
        }
        """;
    inCompilation(
        environment -> {
          ProcessingEnvironment wrapper =
              (ProcessingEnvironment)
                  compiled(name, source)
                      .loadClass(name)
                      .getMethod("wrap", Class.class, Object.class)
                      .invoke(null, ProcessingEnvironment.class, environment);

          assertThat(JavacEnvironment.of(wrapper)).isSameAs(environment);
        });
  }

  @Test
  void anyOtherCompiler() {
    ProcessingEnvironment other =
        (ProcessingEnvironment)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) -> {
                  throw new UnsupportedOperationException(method.getName());
                });

    assertThatThrownBy(() -> Attribution.run(other, List.of(), Map.of()))
        .isInstanceOf(NotJavac.class)
        .hasMessageContaining("compile this module with javac");
  }

  private URLClassLoader compiled(String name, String source) throws Exception {
    Path classes =
        new Compilation(directory.resolve("tool"))
            .options("-proc:none")
            .source(name.replace('.', '/') + ".java", source)
            .compiled();
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, ProcessingEnvironment.class.getClassLoader());
  }
}
