# The calendar: the file of /calendar and the feed

tap-calendar = 📅 Calendar
command-calendar = Put the dates of the steps into your calendar

calendar-title = <b>📅 Calendar</b>
calendar-sent = The file is on its way: statutory dates (⚖️) and internal ones. Open it to import them.
calendar-statutory-only = With more than { $most } companies only statutory dates (⚖️) are in it.
calendar-file-only = There is no feed here (the operator has set no public address). Use the file, and ask for it again with /calendar when dates have moved.
calendar-feed-none = You can subscribe as well: your calendar then keeps itself up to date.
calendar-feed-live = 🔗 Your feed is in use. Its address is shown only when it is made; if you lost it, change it.
calendar-feed-made = ✅ Your feed's address, <b>shown only this once</b>:
calendar-feed-address = <code>{ $address }</code>
calendar-feed-how = Apple: Settings → Calendar → Accounts → Add Subscribed Calendar. Google, on the web: “From URL”. Outlook: “Subscribe from web”.
calendar-feed-secret = Whoever has the address sees the steps and their dates: do not pass it on.
calendar-feed-off = ✅ The feed is switched off. Remove what is left of it in your calendar.
calendar-alarms-on = ⏰ Alarm at 9:00 the day before: on
calendar-alarms-off = ⏰ Alarm at 9:00 the day before: off
calendar-file = Report dates
calendar-caption = 📅 Import it into your calendar; it holds steps and dates, no papers and no answers.

tap-calendar-file = 📎 Send the file again
tap-feed-make = 🔗 Make a feed
tap-feed-renew = 🔗 Change it (the old one ends)
tap-feed-copy = 📋 Copy the address
tap-feed-off = Switch the feed off
tap-alarms-on = ⏰ Alarms on
tap-alarms-off = ⏰ Alarms off
toast-feed-changed = The address was just changed; see the newest card

# What stands in the calendar
ics-name = Nianbao
ics-statutory = ⚖️ Statutory · { $step } · { $company } · { $licence }
ics-internal = { $step } · { $company } · { $licence } (internal)
ics-done = ✔ { $summary }
ics-case = { $company }, { $licence }, report for { $year }
ics-progress = { $done } of { $total } done
ics-clock-statutory = Statutory date
ics-clock-internal = Internal date
ics-clock-says-statutory = Statutory date: it cannot be moved.
ics-clock-says-internal = Internal date: it may be moved.
ics-provisional = Provisional: that year's holidays have no official notice yet.
