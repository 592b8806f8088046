package import Compliance

/// Why the system's time zones could not be read.
package enum ZoneFilesError: Error, Hashable, Sendable, CustomStringConvertible {
    case missingDirectory(root: String)
    case missingZone(ZoneID, path: String)
    case badName(ZoneID)
    case unreadable(path: String, reason: String)
    case tooLarge(path: String, bytes: Int)
    case badData(ZoneID, path: String, ZoneDataError)

    package var description: String {
        switch self {
        case .missingDirectory(let root):
            "There is no time-zone database at \(root). Install it (on Debian and Ubuntu: apt-get install tzdata), or "
                + "set TZDIR to its directory."
        case .missingZone(let zone, let path):
            "The time-zone database has no zone '\(zone)': \(path) is missing. Check the name; if it is right, install "
                + "or update the database (on Debian and Ubuntu: apt-get install tzdata, older names: tzdata-legacy)."
        case .badName(let zone):
            "'\(zone)' is no time-zone name. Write one of the tz database, such as America/New_York."
        case .unreadable(let path, let reason):
            "The time-zone file \(path) cannot be read: \(reason). Check its permissions, or install the database again "
                + "(on Debian and Ubuntu: apt-get install --reinstall tzdata)."
        case .tooLarge(let path, let bytes):
            "The time-zone file \(path) has \(bytes) bytes, which no time zone needs. Install the database again (on "
                + "Debian and Ubuntu: apt-get install --reinstall tzdata)."
        case .badData(let zone, let path, let error):
            "The time-zone file \(path) for '\(zone)' is no usable time zone: \(error) Install the database again (on "
                + "Debian and Ubuntu: apt-get install --reinstall tzdata)."
        }
    }
}
