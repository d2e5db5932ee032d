# A day said back: how far it is, before or after the statutory date
day-when = { $days ->
    [0] today
    [one] in { $days } day
   *[other] in { $days } days
  }, { $side ->
    [before] { $apart ->
        [one] { $apart } day
       *[other] { $apart } days
      } before the statutory { $statutory }
    [after] ⚠️ { $apart ->
        [one] { $apart } day
       *[other] { $apart } days
      } after the statutory { $statutory }
   *[same] the statutory date itself
  }
said-waiting-when = { $said } ({ $when })
said-step-on = ✅ Added, due <b>{ $day }</b>: { $when }
hours-not-kept = ℹ️ Days are kept here, not hours: { $at } is not kept.
