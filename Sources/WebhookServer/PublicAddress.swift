import Carrier
import Synchronization
import TwiML

/// Where the provider reaches the server: what signatures are checked against and what every URL in a document starts with.
struct PublicAddress: Sendable {
    let origin: PublicOrigin
    let urls: TurnURLs

    init(_ url: String) throws {
        origin = try PublicOrigin(url)
        urls = try TurnURLs(base: url)
    }
}

/// A public address that may be known only once the socket is open, where no URL was given and any free port is taken.
final class LateAddress: Sendable {
    private let address: Mutex<PublicAddress?>

    init(_ address: PublicAddress?) {
        self.address = Mutex(address)
    }

    /// Nil until the socket is open.
    var value: PublicAddress? { address.withLock { $0 } }

    /// Takes the socket's own address where none was given.
    func settle(host: String, port: Int) throws {
        let own = try PublicAddress("http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
        address.withLock { $0 = $0 ?? own }
    }
}
