/// The bots that the tests call.
enum TestBots {
    /// Takes a booking code, forwards to a person, and asks whether a request to stop was meant.
    static let booking = booking(greeting: "Riverside Dental.")

    static func booking(greeting: String) -> String {
        """
        bot: booking
        title: Booking
        channel: voice
        direction: inbound
        purpose: informational
        languages: [en-US]
        variables:
          code: text
          guests: {type: number, default: 2}
          member: {type: boolean, default: false}
          note: {type: text, default: none}
        opt_out: {press: "9", confirm: confirm, ask: always, scope: all}
        apology: "Riverside Dental is sorry. Please call once more."
        start: menu
        nodes:
          menu:
            type: decision_menu
            prompt: "\(greeting) To book, press 1. For a person, press 2. To stop our calls, press 9."
            options:
              - {name: book, press: "1", say: [book], go: code}
              - {name: person, press: "2", say: [person], go: desk}
            no_input: {prompts: ["Are you there?"], then: goodbye}
            no_match: {prompts: ["That is not a choice."], then: goodbye}
          code:
            type: touchtone_capture
            prompt: "Type your code."
            variable: code
            digits: 4
            no_input: {then: goodbye}
            no_match: {then: goodbye}
            go: again
          again:
            type: decision_menu
            prompt: "Thank you, {{code}}. For another, press 1. To end, press 2."
            options:
              - {name: more, press: "1", say: [more], go: code}
              - {name: done, press: "2", say: [done], go: goodbye}
            no_input: {then: goodbye}
            no_match: {then: goodbye}
          desk:
            type: forward_call
            prompt: "One moment."
            number: "+12065550110"
            completed: goodbye
            go: nobody
          nobody: {type: message, prompt: "Nobody is there.", go: goodbye}
          confirm:
            type: decision_menu
            prompt: "Shall we stop calling you? Press 1 for yes, 2 for no."
            options:
              - {name: stop, press: "1", say: ["yes"], opt_out: confirmed}
              - {name: keep, press: "2", say: ["no"], opt_out: withdrawn}
            no_input: {then: goodbye}
            no_match: {then: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    /// Calls people, and takes one word to stop it.
    static let reminder = """
        bot: reminder
        title: Reminder
        channel: voice
        direction: outbound
        purpose: informational
        languages: [en-US]
        variables:
          name: {type: text, default: ""}
          guests: {type: number, default: 0}
          member: {type: boolean, default: false}
        intent:
          caller: Riverside Dental
          purpose: about your appointment
          opt_out: press 9
        opt_out:
          press: "9"
          ask: never
          scope: bot
          goodbye: "\(String(repeating: "{{name}}", count: 30)) You will not be called again. Goodbye."
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Hello {{actor.first_name}}, this is Riverside Dental about your appointment
              for {{guests + 1}}{{IF(member, \\" members\\", \\" guests\\")}}. To stop these calls, press 9. To confirm, press 1."
            options:
              - {name: confirm, press: "1", say: [confirm], go: goodbye}
            no_input: {then: goodbye}
            no_match: {then: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """

    static let all = [booking, reminder]
}
