# Newer rules: what comes, what goes, what is kept

repack-title = Newer rules: version { $old } → version { $new }
repack-comes = ➕ New on the list: { $items }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
repack-goes = ➖ No longer asked: { $items }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
repack-changes = ✏️ Asked otherwise: { $items }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
repack-same-list = The list stays as it is
repack-rules = { $count ->
    [one] { $count } more rule
   *[other] { $count } more rules
} to check against
repack-inputs = { $count ->
    [one] { $count } more input
   *[other] { $count } more inputs
} for the rules (never owed)
repack-papers = { $count ->
    [one] { $count } more paper
   *[other] { $count } more papers
} (only after a substantive change)
repack-fewer-rules = { $count ->
    [one] { $count } fewer rule; what it found
   *[other] { $count } fewer rules; what they found
} is listed no more
repack-aside = { $count ->
    [one] { $count } answer that version does not know is put by
   *[other] { $count } answers that version does not know are put by
} until you come back
repack-kept = All answers and papers are kept; you can go back
tap-repack-back = ↩️ Back to version { $version }
said-repacked = ✅ Now by version { $version } of the rules; all answers are kept
tap-repack = 🔁 Use the newer rules
tap-repack-sure = ✅ Use them
event-pack-moved = moved the rules from version { $old } to version { $new }
error-other-report = Rules can only be changed within one licence; for another licence add a report under Companies
error-version-unfit = This report cannot move to that version: answers or changed steps would not fit. Stay with the present version
