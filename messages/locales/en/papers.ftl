# Papers: the list of differences, the draft report
paper-differences = List of differences
paper-draft = Draft annual report
paper-quality = Service quality report
paper-label = Internal record; it does not replace the pledge of the annual report. For the company's own use, no official form.
paper-estimates = { $count ->
    [one] { $count } figure is an estimate: to be replaced before filing.
   *[other] { $count } figures are estimates: to be replaced before filing.
}
paper-left-out = { $count ->
    [one] { $count } internal matter that you may not see is left out.
   *[other] { $count } internal matters that you may not see are left out.
}
paper-footer = { $company } · { $title } { $number } · internal record, does not replace the pledge
paper-cover-company = Company
paper-cover-code = Credit code
paper-cover-licence = Licence
paper-licence = { $licence } · { $number }
paper-cover-year = Reporting year
paper-cover-number = Document number
paper-cover-day = Date
paper-cover-found = Checks
paper-found = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
} ({ $way } in the way of filing), { $fixed } fixed, { $unchecked } not checked, { $passed } passed
paper-section = { $number }. { $title }
paper-others = Other answers
paper-checking = Figures for checking only (not filed)
paper-section-materials = Annex: papers handed in
paper-section-differences = Annex: list of differences
paper-section-unchecked = Not checked (figures are missing; that is not a pass)
paper-nothing-found = No differences.
paper-more-rows = { $count ->
    [one] { $count } more row is left out; see the table itself.
   *[other] { $count } more rows are left out; see the table itself.
}
paper-rows = { $count ->
    [one] { $count } row, see below
   *[other] { $count } rows, see below
}
paper-below = see below
paper-counted = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
paper-filled = filled in
paper-in-unit = { $title } ({ $unit })
paper-same = unchanged
paper-other = changed
paper-meaning = Meaning: { $text }
paper-as-of = As of { $day }
paper-wanting = wanted
paper-estimate = estimate
paper-publicity-always = published
paper-publicity-asked = published if chosen
paper-publicity-withheld = not published
paper-missing-this = { $title }
paper-missing-last = { $title } of last year
paper-missing-before = { $title } of the year before last
paper-severity-block = block
paper-severity-error = error
paper-severity-warn = warning
paper-severity-info = note
paper-standing-official = official
paper-standing-practice = practice of the trade; the local authority decides
paper-standing-practice-named = not official
paper-standing-internal = internal
paper-standing-unverified = unverified
paper-state-open = open
paper-state-explained = explained
paper-state-accepted = accepted
paper-state-fixed = fixed
paper-column-field = Field
paper-column-now = This year
paper-column-before = Last year
paper-column-unit = Unit
paper-column-change = Change
paper-column-department = Dept.
paper-column-origin = Source
paper-column-marks = Notes
paper-column-papers = Papers (name, checksum)
paper-column-number = No.
paper-column-severity = Weight
paper-column-rule = Rule
paper-column-cause = Cause
paper-column-evidence = Evidence
paper-column-owner = Owner
paper-column-state = State
paper-column-basis = Basis
paper-column-check = Check
paper-column-missing = Missing

# Papers in the talk
tap-papers = 📄 Papers
command-report = List of differences, draft report, service quality report
report-title = <b>Papers</b>
report-which = Which one? It can be had as Word, PDF or Excel.
report-label = Internal record, does not replace the pledge.
report-paper = 📄 “{ $name }”, number { $number }
report-found = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
} ({ $way } in the way of filing), { $unchecked } not checked
report-figures = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}, { $missing } still missing, { $differing } not as the logs have it
report-left-out = 🔒 { $count ->
    [one] { $count } internal matter that you may not see is
   *[other] { $count } internal matters that you may not see are
} not in it
report-formats = Which format? Word can be changed and signed, PDF passed on, Excel filtered. The number stays as long as the content does.
report-follows = ⏳ “{ $name }” is being made and will come here. You can go on meanwhile.
report-caption = “{ $name }”, number { $number }
    { $company } · internal record, does not replace the pledge
report-caption-to-seal = “{ $name }”, number { $number }
    { $company } · draft: check and seal before use
report-failed = “{ $name }” could not be made this time; nothing is lost. Please make it again, or choose another format.
report-file = { $company }-{ $year }-{ $name }-{ $number }.{ $ending }
tap-paper-docx = Word
tap-paper-pdf = PDF
tap-paper-xlsx = Excel
tap-paper-again = 🔄 Make it again
toast-paper-made = Being made, it will follow
