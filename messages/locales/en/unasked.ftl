# What people hear without asking: held in quiet hours and then one message; by other ways where Telegram fails
notices-heading = <b>{ $company }</b>
notices-held = 🌙 { $count ->
    [one] One thing happened
   *[other] { $count } things happened
} in your quiet hours:
notice-numbered = { $number }. { $line }
tap-numbered = { $number }. { $label }
notice-why-inside = the reason stands in the bot
notice-subject = { $count ->
    [1] Annual report: news of { $company }
   *[other] Annual report: news of { $company } and others, { $count } in all
}
notice-how = To see more, open the report bot in Telegram; if you cannot, ask { $who }.
notice-how-alone = To see more, open the report bot in Telegram.
