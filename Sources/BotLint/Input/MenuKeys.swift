import BotGraph
import Telephony

extension DecisionMenu {
    /// How many keys the longest choice takes: what the provider waits for.
    var longestKeys: Int { options.reduce(0) { max($0, $1.press?.count ?? 0) } }
}
