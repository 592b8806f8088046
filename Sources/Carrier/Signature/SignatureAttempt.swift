/// The search for a token and a way of writing the URL that give one of the signatures.
struct SignatureAttempt {
    let keys: [SignatureKey]
    let signatures: [[UInt8]]
    let target: [UInt8]
    let parameters: SignedParameters

    /// Tries the commonest form first; almost every webhook needs one HMAC.
    func match(_ origin: PublicOrigin) -> (token: Int, form: SignedURLForm)? {
        for (spelling, target) in spellings {
            for port in SignedURLForm.Port.allCases {
                guard let origin = origin.written(port) else { continue }
                for (repetition, suffix) in repetitions {
                    if let token = token(origin, target, suffix) {
                        return (token, SignedURLForm(port: port, spelling: spelling, repetition: repetition))
                    }
                }
            }
        }
        return nil
    }

    /// The origin, its port as signed, when the request would be valid under it.
    func explain(_ origin: PublicOrigin) -> PublicOrigin? {
        for port in SignedURLForm.Port.allCases {
            guard let origin = origin.written(port) else { continue }
            if token(origin, target, parameters.sorted) != nil { return origin }
        }
        return nil
    }

    /// Every form that `match` tries.
    func forms(_ origin: PublicOrigin) -> [SignedURLForm] {
        spellings.flatMap { spelling, _ in
            SignedURLForm.Port.allCases.filter { origin.written($0) != nil }.flatMap { port in
                repetitions.map { SignedURLForm(port: port, spelling: spelling, repetition: $0.0) }
            }
        }
    }

    private func token(_ origin: PublicOrigin, _ target: [UInt8], _ suffix: [UInt8]) -> Int? {
        var message: [UInt8] = []
        message.reserveCapacity(origin.text.utf8.count + target.count + suffix.count)
        message.append(contentsOf: origin.text.utf8)
        message.append(contentsOf: target)
        message.append(contentsOf: suffix)
        for (index, key) in keys.enumerated() {
            guard let expected = key.signature(of: message) else { continue }
            for signature in signatures where constantTimeEqual(expected, signature) { return index }
        }
        return nil
    }

    /// The target as received, then the spellings that differ from it and from each other, made when they are asked for.
    private var spellings: some Sequence<(SignedURLForm.Spelling, [UInt8])> {
        var seen: [[UInt8]] = []
        return SignedURLForm.Spelling.allCases.lazy.compactMap { spelling in
            guard let spelled = spelling.applied(to: target), !seen.contains(spelled) else { return nil }
            seen.append(spelled)
            return (spelling, spelled)
        }
    }

    private var repetitions: [(SignedURLForm.Repetition, [UInt8])] {
        var repetitions = [(SignedURLForm.Repetition.sorted, parameters.sorted)]
        if let asSubmitted = parameters.asSubmitted { repetitions.append((.asSubmitted, asSubmitted)) }
        return repetitions
    }
}
