import BotGraph
import Compliance

extension ScheduleReader {
    static let slotKeys = [
        "add", "subtract", "zone", "from", "until", "overnight", "all_day", "split", "starts", "repeat", "every",
        "days",
        "day", "month", "dates", "ends", "count", "capacity",
    ]

    /// One row of a schedule; nil when anything in it is wrong.
    mutating func slot(_ item: LocatedYAML, id: TimeSlot.ID, zone: ZoneID?) -> AvailabilitySchedule.Row? {
        let errors = errorCount
        guard case .map(let entries, _) = item else {
            note("wrong-type", "a slot is a map with 'add' or 'subtract', not \(item.kind)", at: item.location)
            return nil
        }
        let fields = fields(entries, known: ScheduleReader.slotKeys, of: "a slot")
        let operation = operation(fields, at: item.location)
        let ownZone = fields["zone"].flatMap { self.zone($0) }
        let hours = hours(fields, at: item.location)
        let split = fields["split"].flatMap { self.split($0) } ?? .none
        let capacity = fields["capacity"].flatMap { self.capacity($0) } ?? .unlimited
        let recurrence = recurrence(fields, at: item.location)
        guard let operation, let hours, let recurrence, let zone = ownZone ?? zone, errorCount == errors else {
            return nil
        }
        do {
            let slot = try TimeSlot(
                id: id,
                description: operation.description,
                zone: zone,
                hours: hours,
                split: split,
                recurrence: recurrence,
                capacity: capacity
            )
            check(slot, of: operation.kind, fields)
            return AvailabilitySchedule.Row(operation.kind, slot)
        } catch {
            let field = error.fieldName.flatMap { fields[$0] }
            note("bad-slot", error.description, at: field?.value.location ?? item.location)
            return nil
        }
    }

    private mutating func operation(
        _ fields: [String: LocatedYAML.Entry],
        at location: SourceLocation
    ) -> (kind: AvailabilitySchedule.Operation, description: String)? {
        switch (fields["add"], fields["subtract"]) {
        case (let add?, nil):
            return text(add).map { (.add, $0) }
        case (nil, let subtract?):
            return text(subtract).map { (.subtract, $0) }
        case (nil, nil):
            note("missing-key", "the slot has neither 'add' nor 'subtract'", at: location)
        case (_?, let subtract?):
            note("two-keys", "a slot is added or subtracted, not both; make it two", at: subtract.location)
        }
        return nil
    }

    private mutating func hours(_ fields: [String: LocatedYAML.Entry], at location: SourceLocation) -> TimeSlot.Hours? {
        let errors = errorCount
        if let allDay = fields["all_day"], boolean(allDay) == true {
            for key in ["from", "until", "overnight"] {
                guard let field = fields[key] else { continue }
                note("two-keys", "a slot that lasts all day has no '\(key)'", at: field.location)
            }
            return errorCount == errors ? .allDay : nil
        }
        guard let fromField = fields["from"], let untilField = fields["until"] else {
            if errorCount == errors {
                note("missing-key", "the slot has no hours; write 'from' and 'until', or 'all_day: true'", at: location)
            }
            return nil
        }
        let overnight = fields["overnight"].flatMap { boolean($0) } ?? false
        guard let from = time(fromField), let until = time(untilField) else { return nil }
        if from > until, !overnight {
            note(
                "bad-hours",
                "the slot ends at \(until), before it starts at \(from); if it passes midnight, add 'overnight: true'",
                at: untilField.value.location
            )
            return nil
        }
        if from < until, overnight {
            note(
                "bad-hours",
                "from \(from) until \(until) of the next day is longer than a day; leave 'overnight' out, or make it two",
                at: untilField.value.location
            )
            return nil
        }
        return .between(from: from, until: until)
    }

    private mutating func split(_ field: LocatedYAML.Entry) -> TimeSlot.Split? {
        guard let word = word(field) else { return nil }
        if let split = TimeSlot.Split.allCases.first(where: { $0.label == word }) { return split }
        unknown(
            "unknown-split",
            "blocks cannot be split by",
            word,
            known: TimeSlot.Split.allCases.map(\.label),
            at: field.value.location
        )
        return nil
    }

    private mutating func capacity(_ field: LocatedYAML.Entry) -> TimeSlot.Capacity? {
        if case .text("unlimited", _) = field.value { return .unlimited }
        guard let count = whole(field) else { return nil }
        return .limited(count)
    }

    /// Notes what a slot says to no effect.
    private mutating func check(
        _ slot: TimeSlot,
        of operation: AvailabilitySchedule.Operation,
        _ fields: [String: LocatedYAML.Entry]
    ) {
        if operation == .subtract {
            for key in ["split", "capacity"] {
                guard let field = fields[key] else { continue }
                warn("idle-key", "'\(key)' has no meaning for a slot that is subtracted", at: field.location)
            }
        } else if slot.split != .none, slot.hours.seconds % (slot.split.minutes * 60) != 0, let field = fields["split"]
        {
            let left = slot.hours.seconds % (slot.split.minutes * 60)
            warn(
                "uneven-split",
                "parts of \(slot.split.label) leave \(left / 60) min \(left % 60) s at the end, which are dropped",
                at: field.value.location
            )
        }
    }
}

extension TimeSlotProblem {
    /// The key of the file that the problem stands at.
    var fieldName: String? {
        switch self {
        case .emptyHours: "until"
        case .startsAtEndOfDay: "from"
        case .splitTooLong: "split"
        case .badCapacity: "capacity"
        case .badInterval: "every"
        case .badCount: "count"
        case .noWeekdays: "days"
        case .noDates: "dates"
        case .noSuchDay: "day"
        case .noSuchMonth: "month"
        case .endsBeforeStart: "ends"
        case .neverOccurs: nil
        }
    }
}
