package import BotGraph

/// How far calls have walked something that is drawn: so many of its points, and how often.
package struct DrawnWalk: Hashable, Sendable {
    package let walked: Int
    package let points: Int
    /// How often calls came by.
    package let passes: Int

    package init(walked: Int, points: Int, passes: Int) {
        self.walked = walked
        self.points = points
        self.passes = passes
    }

    /// What is drawn can have been walked in part: two options may lead the same way.
    enum Extent: Hashable, Sendable, CaseIterable {
        case all
        case some
        case nothing
    }

    var extent: Extent { walked == 0 ? .nothing : walked < points ? .some : .all }

    /// The walk in words, with a sign, so that the colour is not all that tells.
    var words: String {
        switch extent {
        case .all: "\u{2713} \(passes)\u{D7}"
        case .some: "\u{25D0} \(passes)\u{D7}, \(walked) of \(points)"
        case .nothing: "\u{2717} not walked"
        }
    }

    static func + (left: DrawnWalk, right: DrawnWalk) -> DrawnWalk {
        DrawnWalk(
            walked: left.walked + right.walked,
            points: left.points + right.points,
            passes: left.passes + right.passes
        )
    }
}

/// A part of a bot that a drawing shows and that calls can walk.
package enum DrawnPart: Hashable, Sendable {
    /// A node with all that it says.
    case node(NodeID)
    /// A way out of a node.
    case way(NodeID, Edge.Label)
    /// The request to stop, at every menu.
    case optOut
    case `operator`
    /// What else holds at every menu: `repeat` and `help`.
    case universals
}

extension [DrawnWalk] {
    /// All of them as one; nil where there is none.
    var sum: DrawnWalk? { first.map { dropFirst().reduce($0, +) } }
}
