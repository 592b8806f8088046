import CallEngine
import Foundation

/// Takes a session through its stored form, as a server does between two requests.
struct SessionCoding {
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    func roundTrip(_ session: CallSession) throws -> CallSession {
        try decoder.decode(CallSession.self, from: try encoder.encode(session))
    }
}
