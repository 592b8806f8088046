import BotGraph

/// The colours of drawings, as `#rrggbb`.
///
/// Those of findings are from the palette of M. Okabe and K. Ito (https://jfly.uni-koeln.de/color/), which people with
/// impaired colour vision can tell apart; each also has a sign of its own and a line of its own width.
enum DrawingColours {
    static let ink = "#1f2933"
    static let quiet = "#5f6b7a"
    static let line = "#6b7785"
    /// What no call gets to.
    static let unreachable = "#9aa5b1"
    static let unreachableFill = "#f5f7fa"

    /// What a node is filled and drawn with, by its shape.
    static func node(_ shape: BotDrawing.Shape) -> (fill: String, line: String) {
        switch shape {
        case .entry: (ink, ink)
        case .everyMenu: ("#ffffff", quiet)
        case .menu: ("#dcebf7", "#2f6f9f")
        case .capture: ("#dff3ee", "#2b7f6b")
        case .message: ("#ffffff", line)
        case .condition: ("#f4ecd8", "#8a6d1f")
        case .set: ("#f1edf6", "#75609a")
        case .forward: ("#e8ecf1", "#475a70")
        case .end: ("#e4e7eb", ink)
        }
    }

    static func finding(_ severity: Diagnostic.Severity) -> (fill: String, line: String) {
        switch severity {
        case .error: ("#fbe3d6", "#b34700")
        case .warning: ("#fdf1cf", "#a66f00")
        case .note: ("#e0f1fb", "#0072b2")
        }
    }

    /// The colours of coverage, from the same palette.
    static func walk(_ extent: DrawnWalk.Extent) -> (fill: String, line: String) {
        switch extent {
        case .all: ("#dff3ea", "#007a5a")
        case .some: ("#fdf1cf", "#a66f00")
        case .nothing: ("#fbe3d6", "#b34700")
        }
    }

    /// The sign that stands before a finding, so that its colour is not all that tells how grave it is.
    static func sign(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "✖"
        case .warning: "▲"
        case .note: "●"
        }
    }

    static func width(_ severity: Diagnostic.Severity) -> Int {
        switch severity {
        case .error: 3
        case .warning: 2
        case .note: 2
        }
    }
}
