# 提醒设置:什么时候提醒、提醒多少
tap-habits = 🔔 提醒设置
command-remind = 提醒设置
habit-heading = 🔔 <b>提醒设置</b>(对您的所有企业)
habit-hour = 🕘 每天 <b>{ $hour }</b> 汇总
habit-hour-from = 从 { $day } 起改为 <b>{ $hour }</b>
habit-night = 🌙 { $start }–{ $end } 不打扰
habit-night-last = 法定截止前 48 小时内,只避开 0:00–7:00
habit-wants-usual = 📋 听:内部日期和法定日期
habit-wants-legal-only = 📋 听:只留法定提醒
habit-wants-everything = 📋 听:全部,包括别人负责的步骤
habit-digest = 📨 一早一条,几家企业合在一起
habit-each = 📨 一早每家企业一条
habit-ask-hour = 改到几点?点一个,或直接打字,如「8点半」。
habit-no-hour = 没看懂是几点。请写「8点半」「20:15」这样的时间。
habit-ask-night = 几点到几点不打扰?点一个,或直接打字,如「22:00-7:30」「晚上十点到早上七点半」。
habit-no-span = 没看懂是几点到几点。请写「22:00-7:30」或「晚上十点到早上七点半」。
habit-no-night = { $start }–{ $end } 不是一个夜里:静默从傍晚 17:00 以后开始,到早上 5:00 至 12:00 之间结束。请写「22:00-7:30」或「晚上十点到早上七点半」。
habit-too-late = 提醒时间请选在 6:00 到 22:00 之间。
tap-preview = 👀 现在给我看看
preview-next = 👀 <b>预览</b>,没有发出。现在没有要提醒您的;下一条 { $at } 来,会这样说{ $some ->
    [0] {""}
   *[other] (只看了最急的 { $some } 家)
}:
preview-now = 👀 <b>预览</b>,没有发出。正要提醒您的{ $some ->
    [0] {""}
   *[other] (只看了最急的 { $some } 家)
}:
preview-none = 👀 现在没有要提醒您的,往后也没有排着的。
tap-habit-hour = 🕘 改时间
tap-habit-night = 🌙 改静默
tap-wants-usual = 常规提醒
tap-wants-legal-only = 只留法定提醒
tap-wants-everything = 全部都听
tap-habit-digest-not = 改为每家一条
tap-habit-each-not = 改为合成一条
said-habit-hour = ✅ 从 { $day } 起,每天 { $hour } 提醒;今天还按原来的时间
said-habit-night = ✅ { $start }–{ $end } 不打扰
said-habit = ✅ 已改
