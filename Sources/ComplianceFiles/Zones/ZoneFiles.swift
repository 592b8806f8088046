package import Compliance
import Foundation

/// Reads the system's time-zone database: a directory of compiled zones, one file each.
package enum ZoneFiles {
    /// Where Debian, Ubuntu, Fedora, Alpine and macOS keep it.
    package static let systemRoot = "/usr/share/zoneinfo"

    /// No compiled zone is anywhere near this; the largest has a few kilobytes.
    private static let largestFile = 1 << 20

    /// Reads the named zones and the version of the data; the first that cannot be read is the error.
    package static func load(
        root: String = systemRoot,
        names: some Sequence<ZoneID>
    ) throws(ZoneFilesError) -> ZoneDatabase {
        try checkDirectory(root)
        var zones: [ZoneID: ZoneRules] = [:]
        var files: [ZoneID: [UInt8]] = [:]
        for name in names where zones[name] == nil {
            let path = try path(of: name, root: root)
            let bytes = try read(path, zone: name)
            do {
                zones[name] = try ZoneRules(tzif: bytes)
            } catch {
                throw .badData(name, path: path, error)
            }
            files[name] = bytes
        }
        return ZoneDatabase(version: ZoneDataVersion.stated(root: root) ?? ZoneDataVersion.digest(files), zones: zones)
    }

    /// The names of all zones in the database, sorted; the copies under `posix` and `right` are left out.
    package static func names(root: String = systemRoot) throws(ZoneFilesError) -> [ZoneID] {
        try checkDirectory(root)
        guard let paths = FileManager.default.enumerator(atPath: root) else {
            throw .unreadable(path: root, reason: "its entries cannot be listed")
        }
        var names: [ZoneID] = []
        while let path = paths.nextObject() as? String {
            guard path != "localtime", path != "posixrules", !path.hasPrefix("posix/"), !path.hasPrefix("right/"),
                isName(path), isZone("\(root)/\(path)")
            else { continue }
            names.append(ZoneID(path))
        }
        return names.sorted()
    }

    private static func checkDirectory(_ root: String) throws(ZoneFilesError) {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root, isDirectory: &isDirectory), isDirectory.boolValue else {
            throw .missingDirectory(root: root)
        }
    }

    /// A name comes from outside, so it must not lead out of the directory.
    private static func path(of zone: ZoneID, root: String) throws(ZoneFilesError) -> String {
        guard isName(zone.text) else { throw .badName(zone) }
        return "\(root)/\(zone.text)"
    }

    private static func isName(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 255 else { return false }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            // No part of a zone's name begins with a dot, so neither `.` nor `..` is one.
            part.utf8.first.map { $0 != UInt8(ascii: ".") } ?? false
        } && text.utf8.allSatisfy(isNameByte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default:
            false
        }
    }

    private static func read(_ path: String, zone: ZoneID) throws(ZoneFilesError) -> [UInt8] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue else {
            throw .missingZone(zone, path: path)
        }
        let size = try regularFileSize(path)
        guard size <= largestFile else { throw .tooLarge(path: path, bytes: size) }
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }

    /// A pipe or a device in a zone's place would never end.
    private static func regularFileSize(_ path: String) throws(ZoneFilesError) -> Int {
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: target)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw .unreadable(path: path, reason: "it is no regular file")
        }
        return (attributes[.size] as? NSNumber)?.intValue ?? 0
    }

    private static func isZone(_ path: String) -> Bool {
        guard let size = try? regularFileSize(path), size >= 44, let file = FileHandle(forReadingAtPath: path) else {
            return false
        }
        defer { try? file.close() }
        return (try? file.read(upToCount: 4)).map { $0.elementsEqual("TZif".utf8) } ?? false
    }
}
