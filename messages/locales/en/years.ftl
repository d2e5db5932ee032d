# Three years side by side: the sheet that goes out, the one that comes back, where a figure is from

tap-years = 📊 Three-year sheet
years-name = { $company } three years { $year }.xlsx
years-title = { $company }: three years side by side, report of { $year }
years-caption = Three-year sheet, { $count } items: a column a year, what is known is filled in. Send it back filled; I read it out before anything is recorded.
years-item = Figure
years-unit = Unit
years-department = Department
years-wants = What to fill in
years-before = { $year } (two years ago)
years-last = { $year } (last year)
years-this = { $year } (this year)
years-before-hint = As it was reported that year
years-this-hint = As “What to fill in” says; leave blank what is not there yet
years-source = Source
years-source-hint = Which file, system or person, e.g. audit report p. 5
years-meaning = Basis
years-meaning-hint = What was counted and how, e.g. without AI seats
years-as-of = Data date
years-as-of-hint = The day this year's figure is of, e.g. 2026-12-31
years-estimate = Estimate
years-estimate-hint = “Yes” while this year's figure is not certain
years-yes = Yes
years-checking = Checking data: only for cross-checks, not reported
unit-money = CNY 10,000
words-estimate = yes|y|estimate|est|true|1|√|✓
words-no-estimate = no|n|false|0|-|×

# Said back
years-line = ▫️ { $title }: { $values }
years-value = { $year }: { $value }
years-value-changed = { $year }: { $old } → { $value }
years-value-origin = { $year }: { $value } (source added)
years-same = ▫️ Stands so already: { $cells }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
years-taken = { $count ->
    [one] One of them is of an earlier year
   *[other] { $count } of them are of earlier years
}; to change one, send the sheet again: earlier versions are kept.
years-sum = { $value } in { $year }
years-sum-at = { $cell } { $value } in { $year }
years-units = ⚠️ { $title }: { $first } and { $second } are about { $times } times apart. Were 元 and 万元 mixed? Please check before recording.
sheet-source = 🔎 Where no source is named, it is: { $source }
sheet-of-others = This is another table (its headings: { $headings }); no figure in it was counted. To fill in figures, please use our template.
tap-our-template = 📄 Our template
sheet-page = 📄 Only the page “{ $page }” was read; { $count ->
    [one] another page has
   *[other] { $count } other pages have
} something in them, too.
cell-of = { $cell } { $title }
cell-merged = { $cells } are merged cells; which one the figure is for cannot be told. Unmerge and fill them in one by one, then send it again.
cell-unreckoned = A formula whose result is not in the file. Open and save it in Excel or WPS, or type the figure, then send it again.
cell-no-day = The data date in { $cell } is not understood. Write it like 2026-12-31 and send it again.
cell-no-estimate = { $cell }: write “Yes” for an estimate, or leave it blank.
column-doubled = Columns { $cells } are of the same year; which to use cannot be told. Delete one and send it again.
error-no-such-year = This report takes earlier figures of { $first } and { $last } only. Rename the column, or send /list to open the report of that year.
error-own-report = The report of { $year } is kept here, and its figure counts. Open that report to change it.

# Where a figure is from
item-origin = 🔎 { $parts }
origin-source = Source: { $source }
origin-meaning = Basis: { $meaning }
origin-as-of = as of { $day }
tap-origin = 🔎 Source
ask-origin = Where is this figure from? Send: source; basis; as-of date. The last two may be left out; part them with semicolons.
    E.g. audit report p. 5; consolidated; 2026-12-31
said-origin = ✅ { $title }: source noted
origin-unsure = ❗ Not noted. Write “source; basis; date”, parted by semicolons, three at most, the date like 2026-12-31.
words-origin-labels = source|出处|来源
words-meaning-labels = basis|口径
error-no-answer-yet = There is no figure yet: answer first, then say where it is from.

# Estimates that still stand before filing
estimates-left = ⚠️ { $count ->
    [one] One figure is still an estimate
   *[other] { $count } figures are still estimates
}: { $titles }{ $more ->
    [0] {""}
   *[other] {" "}and more
}. Replace them before you file.
