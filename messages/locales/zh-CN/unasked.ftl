# 没问也要知道的:免打扰时段里的攒成一条,Telegram 送不到的走别的渠道
notices-heading = <b>{ $company }</b>
notices-held = 🌙 免打扰时段里有 { $count } 件事:
notice-numbered = { $number }. { $line }
tap-numbered = { $number }. { $label }
notice-why-inside = 原因请在机器人里看
notice-subject = { $count ->
    [1] 年报消息:{ $company }
   *[other] 年报消息:{ $company } 等 { $count } 家
}
notice-how = 详情:打开 Telegram 里的年报管家;打不开可以问{ $who }。
notice-how-alone = 详情:打开 Telegram 里的年报管家。
