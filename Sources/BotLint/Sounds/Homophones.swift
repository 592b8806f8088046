/// English words that sound alike although no rule of spelling says so.
enum Homophones {
    /// The word of each group that stands for it, by every word of the group.
    ///
    /// Number words are folded to digits before, so "two" is `2` here. A word that is spoken in two ways, such as "read" or
    /// "close", stands with those that sound like one of them.
    static let english: [String: String] = {
        let groups = [
            "2 to too", "4 for fore", "1 won", "8 ate",
            "by buy bye", "no know", "hour our", "here hear", "there their theyre", "your youre yore",
            "aisle isle", "ad add", "allowed aloud", "bare bear", "be bee", "berry bury", "billed build", "board bored",
            "brake break", "buries berries", "capital capitol", "ceiling sealing", "cheap cheep", "check cheque",
            "checks cheques", "choose chews", "claws clause", "course coarse", "council counsel", "days daze",
            "dear deer", "die dye", "do due dew", "earn urn", "eye i aye", "fair fare",
            "feet feat", "find fined", "flour flower", "flu flew flue", "fourth forth", "grate great", "guest guessed",
            "heal heel", "herd heard", "hi high", "higher hire", "him hymn", "hole whole", "holy wholly", "key quay",
            "knew new gnu", "knight night", "leak leek", "leased least", "lessen lesson", "lie lye", "links lynx",
            "loan lone", "made maid", "mail male", "main mane", "manner manor", "meat meet", "medal meddle",
            "miner minor",
            "missed mist", "morning mourning", "muscle mussel", "nun none", "oar or ore", "pail pale", "pain pane",
            "pair pare pear", "passed past", "patience patients", "pause paws", "peace piece", "plain plane",
            "pole poll",
            "pray prey", "presence presents", "principal principle", "profit prophet", "rain reign rein",
            "raise rays", "real reel", "red read", "residence residents", "right write rite", "road rode rowed",
            "role roll", "route root", "sail sale", "scene seen", "sea see", "seam seem", "seller cellar",
            "sense cents",
            "serial cereal", "shoe shoo", "side sighed", "sole soul", "sum some", "son sun", "stair stare",
            "stairs stares",
            "stake steak", "stationary stationery", "steal steel", "straight strait", "suite sweet", "symbol cymbal",
            "tail tale", "tea tee", "team teem", "threw through", "throne thrown", "tide tied", "time thyme", "toe tow",
            "told tolled", "vain vein vane", "vary very", "wail whale", "waist waste", "wait weight", "war wore",
            "ware wear where", "warn worn", "way weigh", "weak week", "weather whether", "which witch", "wood would",
            "wrap rap",
            // Words that only look regular, after a spelling of how they sound.
            "sed said", "sez says", "luv love", "kum come", "dun done", "gon gone", "hav have", "giv give", "liv live",
            "wer were",
            "ar are", "bin been", "hart heart", "frend friend", "hu who", "peeple people", "muv move",
        ]
        var words: [String: String] = [:]
        for group in groups {
            let members = group.split(separator: " ").map(String.init)
            guard let first = members.first else { continue }
            let name = members.compactMap { words[$0] }.first ?? first
            for member in members where words[member] == nil { words[member] = name }
        }
        return words
    }()
}
