# A table: typed as lines, or filled in and sent back

table-name = { $company } { $title } { $year }.xlsx
table-title = { $company }, report of { $year }: { $title }
table-empty = I read no row. One row a line, columns separated by commas; if there is none, press “None”.
table-at = { $at }, { $fault }
table-row = Row { $row }
table-cell = { $cell }
table-headings = Headings
table-too-many-cells = too many columns: there should be { $wanted }. Separate columns by commas, bars or spaces.
table-cell-missing = “{ $column }” is missing. Please fill it in and send the whole table again.
table-cell-fault = “{ $column }”: { $why }
table-no-such-column = this table has no column “{ $column }”. Please delete it and send the table again.
table-column-twice = “{ $column }” stands twice and I do not know which one counts. Please delete one and send the table again.
table-column-missing = “{ $column }” is missing. Please add that column and send the table again.
table-faults = ❗ Nothing of “{ $title }” was recorded: { $count ->
    [one] { $count } thing
   *[other] { $count } things
} to put right
table-fault = ❓ { $why }
table-faults-more = { $count } more: they stand in the last column, “Problem”, of the sheet below.
table-faults-more-typed = { $count } more: please put these right first.
table-fault-column = Problem
table-fault-name = { $title } with its problems.xlsx
table-fault-caption = { $title }: what is wrong with a row stands in its last column; put it right and send this file back
table-example = e.g. { $value }
