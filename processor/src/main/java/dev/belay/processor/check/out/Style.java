package dev.belay.processor.check.out;

/** How the page looks, in light and in dark. */
final class Style {
  static final String TEXT =
      """
      :root { color-scheme: light dark; --ink: #1c2330; --paper: #fff; --soft: #f3f5f8;
        --line: #d8dde6; --error: #b3261e; --warning: #8a5a00; --note: #2c5c94; --mark: #fff1b8;
        --release: #75308f; --quiet: #56606f; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ef; --paper: #14181f;
        --soft: #1d232d; --line: #333c4a; --error: #ff8a80; --warning: #ffc453; --note: #8ec0ff;
        --mark: #4d4420; --release: #d9a3f0; --quiet: #a4aebd; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper);
        color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
      table { border-collapse: collapse; width: 100%; }
      td, th { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left;
        overflow-wrap: anywhere; }
      table { margin: 1rem 0; } th { overflow-wrap: normal; }
      td.count, th:last-child { text-align: right; }
      article { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0;
        overflow: hidden; }
      article > div { padding: .75rem 1rem; }
      article p { margin: .25rem 0; overflow-wrap: anywhere; }
      .where { color: var(--note); font: .85rem ui-monospace, monospace; overflow-wrap: anywhere; }
      .error { color: var(--error); } .warning { color: var(--warning); }
      .note { color: var(--note); }
      pre { background: var(--soft); margin: 0; overflow-x: auto; padding: .75rem 0;
        font: .85rem/1.5 ui-monospace, monospace; }
      pre span { display: block; padding: 0 1rem; width: max-content; min-width: 100%; }
      pre span.hit { background: var(--mark); }
      pre b { font-weight: normal; opacity: .55; user-select: none; }
      """;

  /** The classes that pictures of machines use. */
  static final String PICTURES =
      """
      figure { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0; }
      figcaption { padding: .75rem 1rem 0; overflow-wrap: anywhere; }
      .picture { overflow-x: auto; padding: .5rem; }
      .machines { display: grid; gap: 1rem; align-items: start;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
      .machines figure { margin: 0; min-width: 0; }
      svg { display: block; margin: 0 auto; }
      svg text { fill: var(--ink); }
      svg .label { font: 600 13px system-ui, sans-serif; }
      svg .code { font: 11px ui-monospace, monospace; fill: var(--quiet); white-space: pre; }
      .state rect { fill: var(--soft); stroke: var(--quiet); }
      .state.yield rect { stroke: var(--note); stroke-width: 2; }
      .state.release rect { stroke: var(--release); stroke-width: 2; }
      .way { --way: var(--quiet); } .way.caught { --way: var(--warning); }
      .way.cleanup { --way: var(--release); }
      .way path { fill: none; stroke: var(--way); stroke-width: 1.5; }
      .way.caught path { stroke-dasharray: 2 3; } .way.cleanup path { stroke-dasharray: 6 3; }
      .way .tip, .way circle { fill: var(--way); stroke: none; }
      .legend { list-style: none; padding: 0; margin: .5rem 0; }
      .legend li { display: flex; gap: .5rem; } .legend svg { flex: none; margin: .45rem 0 0; }
      """;

  private Style() {}
}
