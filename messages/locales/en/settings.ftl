# How one company reminds: days before, the boss, the monthly duty, hours of groups and robots
tap-settings = 🔔 Reminder rules
settings-heading = <b>{ $company }</b> · 🔔 Reminders
settings-internal = 📅 Internal dates: { $days }{ $own ->
    [1] {" "}(your own)
   *[0] {""}
}
settings-statutory = ⚖️ Statutory date: { $days }{ $own ->
    [1] {" "}(your own)
   *[0] {""}
}
settings-boss = 👔 The boss hears of legal risk; the manager a day before
settings-no-boss = 👔 The boss is not told
settings-monthly = 🗓 On the 5th of each month: the regulatory dashboard
settings-no-monthly = 🗓 No reminder of the monthly regulatory dashboard (the 5th)
settings-shared-all = 📣 Reminders in groups: all; robots likewise
settings-shared-law = 📣 Reminders in groups: statutory ones only; robots likewise
settings-shared-nothing = 📣 Reminders in groups: none; robots likewise. The board goes on
ladder-pack = as the licence's rules say
ladder-days-and-day = { $days ->
    [one] 1 day
   *[other] { $days } days
} before and on the day
ladder-days = { $days ->
    [one] 1 day
   *[other] { $days } days
} before
ladder-day-only = on the day
ladder-none = not before it is due
ladder-ask = How many days before? Press a set, or type them, such as “14, 7, 3, 1, the day”. What is overdue is told as before.
ladder-not-read = I could not read which days. Please write them like “14, 7, 3, 1, the day”.
words-the-day = 当天|当日|on the day|the day
tap-ladder-internal = 📅 Internal dates
tap-ladder-statutory = ⚖️ Statutory date
tap-set-pack = As the licence's rules say
tap-set-few = Fewer: { $days }
tap-set-many = More: { $days }
tap-boss-off = 👔 Do not tell the boss
tap-boss-on = 👔 Tell the boss of risks
tap-monthly-off = 🗓 No monthly reminder
tap-monthly-on = 🗓 Remind on the 5th of each month
tap-shared-all = 📣 In groups: all
tap-shared-law = 📣 In groups: statutory only
tap-shared-nothing = 📣 In groups: none
said-settings = ✅ Changed
place-name = 📍 { $name }
place-hour = 🕘 Its morning comes at <b>{ $hour }</b>
place-hour-from = from { $day } on at <b>{ $hour }</b>
place-ask-hour = At what time? Press one, or type it, such as “8:30”. It holds from tomorrow, so that today is not skipped.
tap-place-hour = 🕘 Hour
said-place-hour = ✅ “{ $name }” hears at { $hour } from { $day } on; today stays as it was

# Robots and mailboxes
channel-telegram = Telegram
channel-wecom = WeCom robot
channel-dingtalk = DingTalk robot
channel-feishu = Feishu robot
channel-mail = Mailbox
mailbox = mailbox { $first }…@{ $host }
tap-robots = 🤖 Robots and mail { $count }
robots-count = { $count ->
    [0] No robots or mailboxes yet.
    [one] 1 robot or mailbox:
   *[other] { $count } robots and mailboxes:
}
robots-what = They hear what a group hears: progress only, no papers, no answers, no internal matters.
tap-add-robot = ➕ Add one
robot-line = 🤖 { $name } ({ $channel })
robot-of = { $name } ({ $channel }{ $signed ->
    [1] , signed
   *[0] {""}
})
robot-first-name = Group robot
mailbox-first-name = Shared mailbox
robot-signed = 🔏 Its posts are signed
robot-unsigned = 🔓 No secret for signatures
tap-robot-secret = 🔏 Signing secret
tap-remove-robot = 🗑 Remove
tap-remove-robot-sure = Yes, remove it
robot-remove-ask = Remove “{ $name }”? The address is not kept; to use it again you would have to paste it again.
ask-robot-address = Send me the whole webhook address of the group robot (WeCom, DingTalk, Feishu), or a mail address. A signing secret goes after it, behind a blank.
ask-robot-name = What is it called? (up to 40 characters)
ask-robot-secret = Send me the signing secret (from the robot's security settings).
key-warning = 🔐 The key in the address is kept once, never shown again, and stands in no record. I then delete your message; if I cannot, I ask you to.
said-robot-added = ✅ Added; it hears from the next morning on
said-robot-signed = ✅ The signing secret is kept
said-robot-removed = ✅ “{ $name }” is removed, its key forgotten
error-no-such-robot = There is no such robot or mailbox (it may be removed). Please look again under “Reminder rules”.

# One's own other addresses
tap-addresses = 📮 Other ways
addresses-heading = 📮 <b>Other ways to you</b> (when Telegram fails)
addresses-none = None yet. Add a mail address, and reminders arrive even when Telegram does not.
addresses-order = Tried in this order:
addresses-line = { $place }. { $what }
tap-add-address = ➕ Add one
tap-drop-address = 🗑 Remove no. { $place }
tap-first-address = ⬆️ Try no. { $place } first
ask-own-address = Send me your mail address; or the whole webhook address of a group robot.
said-address-added = ✅ Added; it is used when Telegram fails
