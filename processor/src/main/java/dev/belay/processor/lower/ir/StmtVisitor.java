package dev.belay.processor.lower.ir;

/** One method a kind of statement, so that a new kind breaks whoever must know it. */
public interface StmtVisitor<R> {
  R plain(Stmt.Plain stmt);

  R declare(Stmt.Declare stmt);

  R assign(Stmt.Assign stmt);

  R evaluate(Stmt.Evaluate stmt);

  R block(Stmt.Block stmt);

  R branch(Stmt.If stmt);

  R loop(Stmt.Loop stmt);

  R labeled(Stmt.Labeled stmt);

  R synchronize(Stmt.Synchronized stmt);

  R choose(Stmt.Switch stmt);

  R tryCatch(Stmt.TryCatch stmt);

  R tryFinally(Stmt.TryFinally stmt);

  R leave(Jump.Break stmt);

  R proceed(Jump.Continue stmt);

  R giveBack(Jump.Return stmt);

  R raise(Jump.Throw stmt);

  R forEach(Sugar.ForEach stmt);

  R each(Sugar.Each stmt);

  R using(Sugar.Using stmt);

  R tryWith(Sugar.TryWith stmt);

  R await(Suspend.Await stmt);

  R emit(Suspend.Emit stmt);

  R ask(Suspend.Ask stmt);
}
