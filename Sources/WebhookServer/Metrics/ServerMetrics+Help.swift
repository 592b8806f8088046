extension ServerMetrics {
    /// What each figure is, for whoever meets its name in a dashboard.
    package static let help: [String: String] = [
        "touchtone_webhook_seconds": "Time from a voice webhook to its reply, refused ones left out.",
        "touchtone_step_conflicts_total": "Steps applied anew because two requests for one call met.",
        "touchtone_webhook_failures_total": "Webhooks not answered with the next document of their call, by reason.",
        "touchtone_refused_events_total": "Webhooks answered before or out of order, by reason.",
        "touchtone_calls_started_total": "Calls started, by bot.",
        "touchtone_calls_ended_total": "Calls ended, by bot and reason.",
        "touchtone_opt_outs_total": "Requests to stop put on the suppression list, by bot.",
        "touchtone_opt_outs_unlisted_total": "Requests to stop of people whose number is withheld, by bot.",
        "touchtone_opt_outs_withdrawn_total": "Requests to stop taken back in the same call, by bot.",
        "touchtone_opt_outs_lost_total":
            "Requests to stop that could not be kept; each needs a person to put the number on the list.",
        "touchtone_bot_reloads_total": "Looks at the bots and recordings on disk, by outcome.",
        "touchtone_recordings_total": "Calls that were to be recorded, by outcome.",
        "touchtone_intent_total": "Outbound calls by what became of the 15-second rule.",
    ]
}
