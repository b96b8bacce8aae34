package dev.belay.processor.check.rule;

import dev.belay.processor.check.spi.Rule;
import java.util.List;

/** The rules that come with the checker, sorted by name. */
public final class RuleCatalog {
  /** All of them. */
  public static final List<Rule> BUILT_IN =
      List.of(
          new AsyncScopeOnSyncResource(),
          new BlockingCallInCallback(),
          new BlockingCloseInCallback(),
          new BlockingInBody(),
          new CleanupOutsideFinally(),
          new DroppedRelease(),
          new DroppedWhenComplete(),
          new IgnoredStage(),
          new IteratorNotClosed(),
          new LazyReleaseNotSubscribed(),
          new MissingAwait(),
          new NestedStage(),
          new NeverReleased(),
          new OpenedOutsideTry(),
          new ReleaseOnSuccessOnly(),
          new ReleaseSkippedOnCancel(),
          new ResultOutlivesResource(),
          new SequenceNeverIterated(),
          new SuspendWhileLocked(),
          new SuspensionOutsideBody(),
          new SwallowedCancellation(),
          new SyncIteration(),
          new SyncScope(),
          new TemplateCalledDirectly(),
          new TemplateIsLocal(),
          new YieldCount());

  private RuleCatalog() {}
}
