# Several files that did not say what they are for: asked about one by one
loose-more = { $count ->
    [one] “{ $name }” is asked about next.
   *[other] “{ $name }” and others, { $count } files, are asked about next.
}
loose-left = { $count ->
    [one] 1 more file:
   *[other] { $count } more files:
}
tap-loose-together = 📎 All { $count } to the same item
tap-undo-file = ↩️ Undo the last file

# Filed in time, returned, filed again after the statutory date
verdict-reported-again = 📨 <b>Filed</b>: in time, and filed again { $day }
state-reported-again = filed (in time, and filed again later)
reported-again = 📨 Recorded: <b>filed</b>, { $day }. It had been filed in time; this is it again.

# Said back
given-signed = signed: { $name }
said-large = { $said }
    ⚠️ That is a large number; please check its digits and unit once more

# Refused
error-blank = I see nothing there; please send it again.
