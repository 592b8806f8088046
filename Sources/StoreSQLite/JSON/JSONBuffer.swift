/// The bytes so far, and the objects and arrays that are open in them.
///
/// Coding has no word for the end of a container. One ends when a container around it is written to again, or when the
/// value that asked for it has described itself.
struct JSONBuffer {
    /// An object or array that is being written.
    struct Place {
        /// How many containers are around it.
        let depth: Int
        /// Tells it from an earlier container at the same depth.
        let serial: Int
    }

    private struct Open {
        let serial: Int
        let isObject: Bool
        /// Where its first member starts.
        let start: Int
        /// Where its members begin in `members`.
        let firstMember: Int
        var count = 0
    }

    /// Where a member of an object starts, and where its key ends, without the quotation mark.
    private struct Member {
        let start: Int
        let keyEnd: Int
    }

    private(set) var bytes: [UInt8] = []
    private(set) var wasMisused = false
    private var open: [Open] = []
    private var members: [Member] = []
    private var serials = 0

    init() {
        bytes.reserveCapacity(1_024)
        open.reserveCapacity(16)
        members.reserveCapacity(64)
    }

    var depth: Int { open.count }

    /// Ends whatever the value opened that was begun at this depth and place.
    mutating func endValue(depth: Int, start: Int) {
        close(downTo: depth)
        // A value without parts asks for nothing, and is an empty object.
        if bytes.count == start { bytes.append(contentsOf: "{}".utf8) }
    }

    mutating func write(scalar: some JSONScalar) {
        scalar.append(to: &bytes)
    }

    /// Writes an object of texts.
    mutating func write(texts: [String: String]) {
        let depth = open.count
        let place = begin(isObject: true, at: depth)
        // In the order of the keys' bytes already, where they are ASCII; sorting short texts is cheaper than members.
        for (key, text) in texts.sorted(by: { $0.key < $1.key }) {
            beginMember(key, in: place)
            write(scalar: text)
        }
        close(downTo: depth)
    }

    /// Writes an array of texts.
    mutating func write(texts: [String]) {
        let depth = open.count
        let place = begin(isObject: false, at: depth)
        for text in texts {
            beginElement(in: place)
            write(scalar: text)
        }
        close(downTo: depth)
    }

    mutating func writeNull() {
        bytes.append(contentsOf: "null".utf8)
    }

    /// Opens an object or array at this depth, or goes on with the one that the same value opened before.
    mutating func begin(isObject: Bool, at depth: Int) -> Place {
        if open.count > depth, open[depth].isObject == isObject {
            return Place(depth: depth, serial: open[depth].serial)
        }
        if open.count > depth { wasMisused = true }
        serials += 1
        bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        open.append(Open(serial: serials, isObject: isObject, start: bytes.count, firstMember: members.count))
        return Place(depth: open.count - 1, serial: serials)
    }

    /// Gets ready for the next element of an array.
    mutating func beginElement(in place: Place) {
        guard resume(place) else { return }
        if open[place.depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
        open[place.depth].count += 1
    }

    /// Gets ready for the value of a key of an object.
    mutating func beginMember(_ key: String, in place: Place) {
        guard resume(place) else { return }
        if open[place.depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
        open[place.depth].count += 1
        let start = bytes.count
        key.append(to: &bytes)
        members.append(Member(start: start, keyEnd: bytes.count - 1))
        bytes.append(UInt8(ascii: ":"))
    }

    func count(in place: Place) -> Int {
        open.count > place.depth && open[place.depth].serial == place.serial ? open[place.depth].count : 0
    }

    /// Ends what was opened within the container; false when the container itself has ended.
    private mutating func resume(_ place: Place) -> Bool {
        guard open.count > place.depth, open[place.depth].serial == place.serial else {
            wasMisused = true
            return false
        }
        close(downTo: place.depth + 1)
        return true
    }

    private mutating func close(downTo depth: Int) {
        while open.count > depth {
            let last = open.removeLast()
            if last.isObject {
                sortMembers(of: last)
                members.removeLast(members.count - last.firstMember)
            }
            bytes.append(last.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        }
    }

    private mutating func sortMembers(of object: Open) {
        let indices = object.firstMember..<members.count
        let isSorted = indices.dropFirst().allSatisfy { !precedes(members[$0], members[$0 - 1]) }
        guard !isSorted else { return }
        var written: [UInt8] = []
        written.reserveCapacity(bytes.count - object.start)
        for index in indices.sorted(by: { precedes(members[$0], members[$1]) }) {
            if !written.isEmpty { written.append(UInt8(ascii: ",")) }
            // A member reaches up to the comma before the next one.
            let end = index + 1 < members.count ? members[index + 1].start - 1 : bytes.count
            written.append(contentsOf: bytes[members[index].start..<end])
        }
        bytes.replaceSubrange(object.start..., with: written)
    }

    private func precedes(_ left: Member, _ right: Member) -> Bool {
        var (leftIndex, rightIndex) = (left.start, right.start)
        while leftIndex < left.keyEnd, rightIndex < right.keyEnd {
            let (leftByte, rightByte) = (bytes[leftIndex], bytes[rightIndex])
            guard leftByte == rightByte else { return leftByte < rightByte }
            leftIndex += 1
            rightIndex += 1
        }
        return leftIndex == left.keyEnd && rightIndex < right.keyEnd
    }
}
