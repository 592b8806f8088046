import BotGraph
import Telephony

/// The coverage of bots as JSON, for programs: the same bytes every time.
package enum CoverageJSON {
    /// One object: the shares of all, and each bot with its points in the order of its file.
    ///
    /// ```json
    /// {"passed":40,"total":44,"percent":90,
    ///  "bots":[{"bot":"front-desk","path":"bots/front-desk/bot.yaml","passed":40,"total":44,"percent":90,
    ///           "groups":[{"group":"nodes","passed":9,"total":9,"percent":100}],
    ///           "points":[{"line":31,"column":3,"group":"nodes","name":"node 'welcome'","passes":7}]}]}
    /// ```
    ///
    /// - Parameter coverages: The bots, in the order in which they shall stand.
    /// - Returns: The text, without a line end.
    package static func text(of coverages: [Coverage]) -> String {
        var writer = JSONWriter(capacity: 4_096)
        writer.object { writer in
            write(coverages.share, to: &writer)
            writer.key("bots")
            writer.list(coverages) { write($1, to: &$0) }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func write(_ coverage: Coverage, to writer: inout JSONWriter) {
        let groups = CoveragePoint.Group.allCases.map { group in
            (group: group, share: coverage.share { $0.group == group })
        }
        writer.object { writer in
            writer.member("bot", coverage.bot.name.text)
            writer.member("path", coverage.bot.location.path)
            write(coverage.share, to: &writer)
            writer.key("groups")
            writer.list(groups.filter { $0.share.total > 0 }) { writer, item in
                writer.object { writer in
                    writer.member("group", item.group.rawValue)
                    write(item.share, to: &writer)
                }
            }
            writer.key("points")
            writer.list(coverage.points) { writer, point in
                writer.object { writer in
                    writer.member("line", Int64(point.location.line))
                    writer.member("column", Int64(point.location.column))
                    writer.member("group", point.group.rawValue)
                    writer.member("name", point.name)
                    writer.member("passes", Int64(coverage.passes(of: point)))
                }
            }
        }
    }

    private static func write(_ share: CoverageShare, to writer: inout JSONWriter) {
        writer.member("passed", Int64(share.passed))
        writer.member("total", Int64(share.total))
        writer.member("percent", Int64(share.percent))
    }
}
