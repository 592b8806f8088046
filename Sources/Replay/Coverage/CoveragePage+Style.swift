extension CoveragePage {
    /// How the page looks: on a telephone as on a desk, by day and by night, and without colours.
    ///
    /// The colours are from the palette of M. Okabe and K. Ito (https://jfly.uni-koeln.de/color/); each has a sign beside it
    /// and a border of its own. The drawing keeps its light paper, for which its colours are made.
    static let style = """

        :root { color-scheme: light dark; --ink: #1f2933; --paper: #ffffff; --quiet: #52606d; --rule: #cbd2d9;
          --walked: #dff3ea; --walked-line: #007a5a; --partly: #fdf1cf; --partly-line: #8a5a00;
          --missed: #fbe3d6; --missed-line: #a33c00; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e7eb; --paper: #151a20; --quiet: #a7b3c0; --rule: #3e4c59;
            --walked: #0f3327; --walked-line: #4fd1a5; --partly: #3a2f0c; --partly-line: #f0c04a;
            --missed: #43210f; --missed-line: #ff9d66; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
        h1, h2, h3 { line-height: 1.2; overflow-wrap: anywhere; }
        section { border-top: 1px solid var(--rule); margin-top: 2rem; }
        a { color: inherit; }
        code { font: 0.875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: start; color: var(--quiet); padding: 0.25rem 0; }
        th, td { text-align: start; vertical-align: top; padding: 0.125rem 0.5rem; }
        th { font-weight: normal; }
        thead th { font-weight: bold; }
        .shares { max-width: 40rem; }
        .shares td { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .bar { width: 30%; }
        .bar div { border: 1px solid var(--rule); height: 1rem; margin-top: 0.25rem; }
        .bar span { display: block; height: 100%; }
        .bar .walked { background: var(--walked-line); }
        .bar .partly { background: var(--partly-line); }
        .legend span { display: inline-block; padding: 0 0.5rem; border-inline-start: 0.375rem solid; }
        .drawing { overflow: auto; max-height: 90vh; background: #ffffff; border: 1px solid var(--rule); }
        .source th { color: var(--quiet); text-align: end; width: 3rem; font-variant-numeric: tabular-nums; }
        .source td:nth-child(2) { width: 5rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .source td { border-inline-start: 0.375rem solid transparent; }
        .walked { background: var(--walked); }
        .partly { background: var(--partly); }
        .missed { background: var(--missed); }
        .walked td:nth-child(2), .legend .walked { border-color: var(--walked-line); border-style: solid; }
        .partly td:nth-child(2), .legend .partly { border-color: var(--partly-line); border-style: dashed; }
        .missed td:nth-child(2), .legend .missed { border-color: var(--missed-line); border-style: double; }
        .legend span { border-block: 0; border-inline-end: 0; }
        .note { color: var(--missed-line); font-size: 0.875rem; overflow-wrap: anywhere; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        @media (max-width: 40rem) {
          main { padding: 0.5rem; }
          th, td { padding: 0.125rem 0.25rem; }
          .bar { display: none; }
          .source td:nth-child(2) { width: 3.5rem; }
        }
        @media print { .drawing { max-height: none; overflow: visible; } }

        """
}
