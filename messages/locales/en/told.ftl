# The record of notices: who was told, when, by which channel
tap-told = 📬 Notices
tap-told-people = 👤 By person
tap-told-steps = 📋 By step
told-all = All
told-title = 📬 <b>Record of notices</b> · { $name }
told-nothing = Nobody has been told anything yet.
told-whom = Told whom?
told-which = Told of which step?
told-line = <i>{ $at }</i> { $who }: { $what } · { $how }
told-unreached = { $count ->
    [1] ⚠️ { $names } cannot be told. Please tell them yourself, and ask them to open the bot and press Start, or to add a mail address under “Reminders”.
   *[other] ⚠️ { $names } ({ $count } in all) cannot be told. Please tell them yourself, and ask them to open the bot and press Start, or to add a mail address under “Reminders”.
}
told-place-gone = a group or robot that is gone
told-season = the report
told-internal = { $step }, internal { $day }
told-statutory = statutory date { $day }
told-last-note = noon of the statutory day
told-count-day = the count of 31 December
told-monthly = the monthly regulatory dashboard
told-warning = the boss will be told: { $step }
told-to-manager = no answer, to the manager: { $step }
told-to-boss = to the boss: { $step }
told-to-group = to the group: { $step }
told-to-agency = to the agency: { $step }
told-month = the line of the month
told-how-sent = { $again ->
    [1] ✅ { $channel } (repeated)
   *[0] ✅ { $channel }
}
told-how-folded = { $again ->
    [1] ✅ told along, { $channel } (repeated)
   *[0] ✅ told along, { $channel }
}
told-how-waits = ⏳ waits
told-how-superseded = ➖ not sent: { $why }
told-how-done = ➖ not sent: { $why }
told-how-unwanted = ➖ not sent: { $why }
told-how-unreachable = ⚠️ out of reach, the next one hears
told-how-failed = ❌ not sent: { $why }
told-why-reported = it is filed
told-why-done = it is done
told-why-handled = the manager sees to it
told-why-moving = somebody has begun
told-why-moved = the date moved
told-why-dropped = the step is left out
told-why-reassigned = it is somebody else's
told-why-not-shared = the company wants groups not told of it
told-why-told-else = they heard of other things that day
told-why-wants-less = they want statutory ones only
told-why-unreachable = out of reach
told-why-passed = the day has passed
told-why-unknown = twice without a receipt, please make sure
