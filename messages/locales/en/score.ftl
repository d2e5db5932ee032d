# The simulated score: always said to be no official one
command-score = Simulated score (not official)
score-none = 🧮 Simulation (not official): this report goes by older rules that weigh no score. Look again once its rules are updated.
score-no-data = 🧮 <b>Simulation, not official</b>: there are no data yet, every part is missing
score-total = 🧮 <b>Simulation, not official</b>: <b>{ $total }</b> points (made from { $weight } of 100 points of weight)
score-range = ↕️ With 0 for what is missing { $low }, with everything { $high }
score-line = { $below ->
    [0] ✅ Not below the simulated line of { $line }
   *[other] 🔴 Below the simulated line of { $line }
} · the report’s part { $points }/{ $weight }
score-checked = 🔎 Accurate and consistent only from rules that could be checked: { $done } of { $total }
score-row = { $one } | { $other }
score-part = { $name } ({ $weight }) { $points }
score-part-missing = { $name } ({ $weight }) no data
score-part-apart = { $name } does not apply
score-if = 💡 The total if fixed (simulated): { $gains }
score-gain = { $what } +{ $gain }
score-timeliness = timely
score-accuracy = accurate
score-consistency = consistent
score-lists = lists, penalties
score-numbers = numbers
score-complaints = complaints
score-security = security
score-service = service
tap-score = 🧮 Simulated score
tap-score-input = ✏️ { $title }
