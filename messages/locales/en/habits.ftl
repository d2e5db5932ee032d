# Reminder settings: when, and how much
tap-habits = 🔔 Reminders
command-remind = Reminder settings
habit-heading = 🔔 <b>Reminder settings</b> (for all your companies)
habit-hour = 🕘 One digest a day at <b>{ $hour }</b>
habit-hour-from = from { $day } on at <b>{ $hour }</b>
habit-night = 🌙 Quiet { $start }–{ $end }
habit-night-last = In the last 48 hours before the statutory date only 0:00–7:00 is quiet
habit-wants-usual = 📋 You hear: internal and statutory dates
habit-wants-legal-only = 📋 You hear: statutory dates only
habit-wants-everything = 📋 You hear: everything, other people's steps too
habit-digest = 📨 One message a morning for all companies
habit-each = 📨 One message a morning for each company
habit-ask-hour = At what time? Press one, or type it, such as “8:30”.
habit-no-hour = I could not read that time. Please write it like “8:30” or “8 pm”.
habit-ask-night = From when to when? Press one, or type it, such as “22:00-7:30” or “10pm to 7am”.
habit-no-span = I could not read from when to when. Please write it like “22:00-7:30” or “10pm to 7am”.
habit-no-night = { $start }–{ $end } is no night: quiet hours begin after 17:00 and end between 5:00 and 12:00. Please write them like “22:00-7:30” or “10pm to 7am”.
habit-too-late = Please choose a time between 6:00 and 22:00.
tap-preview = 👀 Show me now
preview-next = 👀 <b>Preview</b>, not sent. There is nothing to remind you of now; the next one comes at { $at } and would say{ $some ->
    [0] {""}
   *[other] {" "}(of the { $some } most urgent companies)
}:
preview-now = 👀 <b>Preview</b>, not sent. You are just about to be told{ $some ->
    [0] {""}
   *[other] {" "}(of the { $some } most urgent companies)
}:
preview-none = 👀 There is nothing to remind you of now, and nothing is in sight.
tap-habit-hour = 🕘 Time
tap-habit-night = 🌙 Quiet hours
tap-wants-usual = Usual
tap-wants-legal-only = Statutory only
tap-wants-everything = Everything
tap-habit-digest-not = One for each company
tap-habit-each-not = All in one
said-habit-hour = ✅ From { $day } on at { $hour }; today stays as it was
said-habit-night = ✅ Quiet { $start }–{ $end }
said-habit = ✅ Changed
