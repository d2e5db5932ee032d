# The quality of the service: figures in three parts, what the logs give, and the report

tap-quality = 📊 Service quality
tap-quality-paper = 📄 Service quality report
tap-quality-take = ✏️ { $name }: take { $value }
tap-quality-take-all = ✅ Take all { $count } worked-out figures
toast-no-quality = This report has no service quality report
toast-quality-same = That is the worked-out figure already
quality-title = 📊 Service quality of { $year }
quality-part-service = <b>Service</b>: { $figures }
quality-part-feedback = <b>Feedback</b>: { $figures }
quality-part-assurance = <b>Assurance</b>: { $figures }
quality-figure = { $name } { $value }
quality-nothing = no figure yet
quality-logs = 🧾 { $logs }
quality-log-given = { $title } (version { $version })
quality-log-missing = { $title } (not here yet)
quality-offer = ⚠️ By the { $logs }: { $name } { $value }, but { $filled } was filled in
quality-offer-open = 💡 By the { $logs }: { $name } { $value }, not filled in yet
quality-offers-more = … and { $count } more that differ
quality-can-fill = 💡 Can be filled from the logs: { $names }
quality-log-gives = { $others ->
    [0] 📊 Figures worked out from it: { $count }
   *[other] 📊 Figures worked out from it: { $count }; differing from what was filled in: { $others }
}
quality-ceiling = ⚖️ By the faults, no connection rate is above { $ceiling }
quality-missing = { $more ->
    [0] ❔ Still missing: { $names }
   *[other] ❔ Still missing: { $names } and { $more } more
}
quality-taken = ✅ { $name } is now the worked-out { $value }
quality-taken-all = { $count ->
    [one] ✅ Took one worked-out figure; it can be undone
   *[other] ✅ Took { $count } worked-out figures; each can be undone
}
quality-in-hours = { $number ->
    [one] { $number } hour
   *[other] { $number } hours
}
quality-in-times = { $number ->
    [one] once
   *[other] { $number } times
}
quality-source = { $title }, version { $version }
quality-source-from = { $title }, version { $version }: { $origin }

# What figures are called that no field asks for
measure-availability = Availability
measure-connect-rate = Connection rate
measure-drop-rate = Drop rate
measure-faults = All faults
measure-faults-major = Major faults
measure-repair-hours = Mean time to repair
measure-sla-hours = SLA repair time
measure-sla-hit = SLA hit rate
measure-complaints = Complaints
measure-reply-rate = Complaint reply rate
measure-complaint-rate = Complaint rate
measure-complaint-trend = Complaint rate, year on year
measure-satisfaction = Satisfaction

# How they were worked out
reckoned-availability = 1 − { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} of major faults ÷ { $total ->
    [one] { $total } hour
   *[other] { $total } hours
} of the year; planned maintenance left out, overlaps counted once
reckoned-faults = Faults begun in the year, not planned; { $planned } planned, listed apart
reckoned-faults-major = The major ones of them
reckoned-repair-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} of repair ÷ { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
reckoned-sla-hit = { $hit } repaired within { $limit ->
    [one] { $limit } hour
   *[other] { $limit } hours
} ÷ { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
reckoned-complaints = Complaints received in the year
reckoned-reply-rate = { $replied } answered within 15 days ÷ { $count } received
reckoned-complaint-rate = { $count ->
    [one] { $count } complaint
   *[other] { $count } complaints
} ÷ { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
} × 10,000
reckoned-complaint-trend = { $rate } this year ÷ { $before } last year − 1
reckoned-satisfaction = { $satisfied } satisfied ÷ { $sample ->
    [one] { $sample } answer
   *[other] { $sample } answers
}

# The service quality report (a paper)
paper-quality-title = Service quality report { $year }
paper-quality-footer = { $company } · draft: check and seal before use
paper-quality-company = Company
paper-quality-code = Credit code
paper-quality-licence = Service
paper-quality-number = Licence number
paper-quality-year = Reporting year
paper-quality-on = Drawn up on
paper-quality-how = “Filled in” is what the company reports; “By the logs” is reckoned row by row from the fault log, the complaint log and the survey, and stands where nothing was filled in. Planned maintenance is left out and overlapping hours count once; where the log names no share of users, a major fault counts as { $major } of them and another as { $minor } (our own basis).
paper-quality-differs = To be checked: by the { $logs }, { $name } is { $value }, but { $filled } was filled in.
paper-quality-missing = No data yet: { $names }.
paper-quality-service = 1. Service
paper-quality-feedback = 2. Users’ feedback
paper-quality-assurance = 3. Technical assurance
paper-quality-ceiling = By the faults, no connection rate is above { $ceiling } (0.2 points of leeway included).
paper-quality-planned = Planned maintenance (no faults)
paper-quality-channels = Where complaints came from
paper-quality-channel = Came from
paper-quality-cases = Cases
paper-quality-survey = Survey (batches: { $batches }): { $sample ->
    [one] { $sample } answer that counts
   *[other] { $sample } answers that count
}, { $satisfied } of them satisfied.
paper-quality-faults = Faults
paper-quality-assured = Papers of assurance
paper-quality-item = Item
paper-quality-state = As it stands
paper-quality-figure = Figure
paper-quality-filled = Filled in
paper-quality-worked = By the logs
paper-quality-reckoned = How it was reckoned
paper-quality-source = Source
paper-quality-given = { $who }, { $at }, version { $version }
paper-quality-given-from = { $given }; { $origin }
paper-quality-start = Start
paper-quality-end = Repaired
paper-quality-hours = Hours
paper-quality-share = Users hit
paper-quality-major = Major
paper-quality-cause = Cause
paper-quality-yes = yes
paper-quality-no = no
paper-quality-logs = Sources
paper-quality-log = Log
paper-quality-no-log = not handed in
paper-quality-outside = { $count ->
    [one] { $count } more row of the fault log lies outside the year and is left out.
   *[other] { $count } more rows of the fault log lie outside the year and are left out.
}
paper-quality-nothing = not handed in
paper-quality-stands = { $what }; { $given }
