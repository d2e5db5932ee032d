# Reminders: refusals of moving dates and of changing the rules, and the good news
error-past-statutory = The statutory date, { $day }, cannot move, and no inner date lies after it. Please name an earlier day.
error-no-inner-date = This step has only a statutory date, { $day }, and that cannot move.
error-bad-rungs = Please say how many days before the date, at most { $most } of them, each from 0 to { $longest }, for example: 14, 7, 3, 1, 0.
error-legal-rungs-needed = The statutory date must be told of at least once in its last { $days } days. Please add { $days } or a smaller number.
notice-reported = 🎉 Filed on { $day } ✔ (recorded by { $who })
notice-authority = ⚖️ The authority: <b>{ $what }</b> ({ $day }){ $dated ->
    [1] , to be done by { $due }
   *[other] {""}
} (recorded by { $who })
told-why-often-enough = the boss has heard of this report often enough
