# The timeline: the words on the picture, and the words below it that say the same

tap-picture = 📈 Picture
tap-picture-dark = 🌙 Dark
tap-picture-light = ☀️ Light
tap-picture-again = 🔄 Draw it again
command-picture = The season as a picture
picture-file = Timeline
picture-failed = The picture could not be drawn this time, please try again later. What it shows:
picture-step = { $step } ({ $day })

# Below the picture
picture-words-overdue = { $more ->
    [0] 🔴 Overdue: { $steps }
   *[other] 🔴 Overdue: { $steps } and { $more } more
}
picture-words-reported = { $more ->
   *[other] 📨 Filed: { $steps }
}
picture-words-done = { $more ->
    [0] ✅ Done: { $steps }
   *[other] ✅ Done: { $steps } and { $more } more
}
picture-words-started = { $more ->
    [0] 🔵 Under way: { $steps }
   *[other] 🔵 Under way: { $steps } and { $more } more
}
picture-words-waiting = { $more ->
    [0] ⏳ Waiting: { $steps }
   *[other] ⏳ Waiting: { $steps } and { $more } more
}
picture-words-open = { $more ->
    [0] ⬜ Not started: { $steps }
   *[other] ⬜ Not started: { $steps } and { $more } more
}
picture-words-not-applicable = { $more ->
    [0] ➖ Not applicable: { $steps }
   *[other] ➖ Not applicable: { $steps } and { $more } more
}

# On the picture
timeline-season = { $licence } · report for { $year }
timeline-ready = Ready to file
timeline-missing = { $n ->
    [one] Not ready: 1 item missing
   *[other] Not ready: { $n } items missing
}
timeline-reported = { $day }: { $state }
timeline-filing = The report: { $state }
timeline-left = { $days ->
    [0] The statutory day is today
    [one] 1 day to the statutory day
   *[other] { $days } days to the statutory day
}
timeline-past = { $days ->
    [one] The statutory day was yesterday
   *[other] The statutory day was { $days } days ago
}
timeline-done = { $done } of { $total } done
timeline-percent = { $percent } %
timeline-today = Today { $day }
timeline-statutory = Statutory { $day }
timeline-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
timeline-late = { $days ->
    [one] { $day } · 1 day late
   *[other] { $day } · { $days } days late
}
timeline-no-date = no date
timeline-count = { $done }/{ $total }
timeline-left-out = { $count ->
    [one] 1 more step is not shown
   *[other] { $count } more steps are not shown
}
timeline-provisional = Provisional: the holiday notice for { $year } is not out yet
timeline-day-off = days off
timeline-nominal = first planned
timeline-own-statutory = statutory date
timeline-mark-done = done
timeline-mark-reported = filed
timeline-mark-overdue = overdue
timeline-mark-waiting = waiting
timeline-mark-started = under way
timeline-mark-open = not started
timeline-mark-not-applicable = not applicable
timeline-mark-watched = to watch
