# 提醒:每人每天早上一条,群里三行,老板每月一行
digest-case = <b>{ $company }</b> · { $licence } { $year } 年度年报
digest-day = 🔔 { $day }的提醒 · <i>编号 { $ref }</i>
digest-repeated = 🔁 可能重复:上一条(编号 { $refs })没能确认送到。
digest-more = …… 另有 { $count } 件,见「我的事」
digest-what = { $count ->
    [1] { $first }
   *[other] { $first } 等 { $count } 项
}
digest-internal = { $days ->
    [0] 🟡 { $step }:内部截止就是<b>今天</b>
   *[other] ▫️ { $step }:内部 { $day },还剩 { $days } 天
}{ $count ->
    [0] {""}
   *[other] 。等您:{ $what }
}
digest-internal-past = 🔴 { $step }:内部 { $day },已过 { $days } 天{ $count ->
    [0] {""}
   *[other] 。等您:{ $what }
}
digest-awaited = ⏳ { $step }:记着等到 { $day },现在有了吗?等您:{ $what }
digest-statutory = { $days ->
    [0] ⚖️ <b>今天是法定最后一天</b>({ $day },24:00 止,系统可能提前关闭)
   *[other] ⚖️ <b>法定截止</b> { $day },还剩 <b>{ $days }</b> 天
}{ $missing ->
    [0] 。申报要的都齐了,还没记「已报」
   *[other] 。还差 { $missing } 项
}
digest-term = { $days ->
    [0] 📌 管局要求<b>今天</b>({ $day })办完
   *[other] 📌 管局要求 { $day } 前办完,还剩 <b>{ $days }</b> 天
}{ $missing ->
    [0] 。要的都齐了,还没记「已报」
   *[other] 。还差 { $missing } 项
}
digest-statutory-yours = 　其中等您:{ $what }
digest-statutory-step = { $days ->
    [0] ⚖️ { $step }:<b>法定截止就是今天</b>
   *[other] ⚖️ { $step }:<b>法定截止</b> { $day },还剩 <b>{ $days }</b> 天
}{ $count ->
    [0] {""}
   *[other] 。还差:{ $what }
}
digest-statutory-step-past = ⚖️ { $step }:<b>法定截止</b> { $day },已过 <b>{ $days }</b> 天{ $count ->
    [0] {""}
   *[other] 。还差:{ $what }
}
digest-last-day = 👉 离 24:00 不到 { $hours } 小时。现在:在申报系统里提交,交完就记「已报」,提醒马上停。
digest-late = ⚖️ <b>法定截止</b> { $day },已过 <b>{ $days }</b> 天,还没报{ $missing ->
    [0] 。申报要的都齐了
   *[other] 。还差 { $missing } 项
}
digest-term-past = 📌 管局要求 { $day } 前办完,已过 <b>{ $days }</b> 天,还没记「已报」{ $missing ->
    [0] 。要的都齐了
   *[other] 。还差 { $missing } 项
}
digest-late-yours = 👉 还要补报,您的这几项请尽快交。
digest-last-day-yours = 👉 离 24:00 不到 { $hours } 小时。您的这几项请现在就交。
digest-late-how = 👉 补报:系统里还能提交就直接提交;不能提交,问属地通信管理局怎么补。交完就记「已报」,提醒马上停。
digest-returned = ↩️ 期限内报过,后来被退回或改过,要重新提交{ $missing ->
    [0] 。申报要的都齐了
   *[other] 。还差 { $missing } 项
}
digest-returned-how = 👉 在系统里改好、重新提交;提交不了,问属地通信管理局。交完再记一次「已报」,提醒马上停。
digest-returned-yours = 👉 还要重新提交,您的这几项请尽快交。
digest-count-day = { $seats ->
    [1] 📸 <b>12/31 是坐席口径日</b>
   *[other] 📸 <b>12/31 是年末口径日</b>
}{ $days ->
    [0] (就是今天)
   *[other] (还有 { $days } 天)
}:年报里的年末数按这一天填
digest-count-keep = 👉 当天留好:系统截图、花名册、社保证明
digest-monthly = 🗓 监管仪表盘(每月 5 日的固定要求,本次 { $day }):该看上个月的数了,看完即可
digest-warning = { $tomorrow ->
    [1] ⏰ 明早 { $hour } 将告知老板
   *[other] ⏰ { $when } { $hour } 将告知老板
}:{ $step }{ $begun ->
    [0] 未开始
   *[other] 没做完
}
digest-to-manager = 🙋 { $step }:内部 { $day },提醒了几次没有动静。{ $count ->
    [0] {""}
   *[other] 还差:{ $what }({ $who })
}
digest-nobody-moves = 🔴 { $step }:内部 { $day },已过 { $days } 天{ $count ->
    [0] {""}
   *[other] 。还差:{ $what }({ $who })
}
digest-to-boss = ⚖️ <b>请过问</b>:{ $step }{ $begun ->
    [0] 未开始(内部 { $day })
   *[other] 没做完(内部 { $day })
}。法定截止 { $statutory },{ $late ->
    [0] 还剩 { $left } 天
   *[other] 已过 { $left } 天
}
digest-word = 💬 { $who }:{ $note }
digest-month = { $late ->
    [0] 🟢 年报平安:完成 { $percent }%,离法定截止 { $left } 天,无需您处理
   *[other] 🔴 还没报:法定截止已过 { $left } 天,完成 { $percent }%
}
digest-month-risk = { $late ->
    [0] 🟠 { $step } 过了 { $days } 天。完成 { $percent }%,离法定截止 { $left } 天
   *[other] 🔴 还没报:法定截止已过 { $left } 天,完成 { $percent }%。{ $step } 过了 { $days } 天
}
digest-instead = 　↪️ 这是 { $who } 的事,但联系不上,所以告诉您

digest-many = <b>{ $count } 家企业</b>今天有提醒
digest-of = <b>{ $company }</b> · { $line }

# 群和机器人
digest-group = <b>{ $company }</b>
digest-group-day = 🔔 { $day } · <i>编号 { $ref }</i>
digest-group-step = { $days ->
    [0] 🟡 { $step }:今天到期
   *[other] ▫️ { $step }:{ $day },还剩 { $days } 天
},还差 { $count } 项{ $told ->
    [0] {""}
   *[other] (已私聊 { $told } 项)
}
digest-group-past = 🔴 { $step }:{ $day } 到期,已过 { $days } 天,还差 { $count } 项{ $told ->
    [0] {""}
   *[other] (已私聊 { $told } 项)
}
digest-untold = 👉 { $who }:{ $what }
digest-of-report = <b>{ $year } { $licence }</b> · { $line }
digest-more-group = …… 另有 { $count } 件
licence-numbered = { $licence } { $number }
digest-nobody-s = 👉 还没有人:{ $what }
digest-titles = { $titles }{ $rest ->
    [0] {""}
   *[other] ,另 { $rest } 项
}
digest-internal-matters = { $count } 项内部事项
digest-subject = { $count ->
    [1] 年报提醒:{ $company }
   *[other] 年报提醒:{ $company } 等 { $count } 家
}
digest-how = 办理:打开 Telegram 里的年报管家;打不开,就把材料交给{ $who }代交。
digest-how-alone = 办理:打开 Telegram 里的年报管家。
tap-handle = ✅ 今天处理
tap-say-word = 💬 附一句说明
tap-count-upload = 📎 上传
tap-trial = 🧮 试算
tap-later = ⏰ 稍后
tap-look-step = 📋 { $step }
tap-record-reported-of = 📨 已报:{ $company }
tap-hand-in-item = ▶️ 去交:{ $title }

# 稍后
later-of = { $others ->
    [0] <b>{ $company }</b>
   *[other] <b>{ $company }</b> 和另外 { $others } 家
}
later-of-many = 这条提醒里的 <b>{ $count } 家企业</b>
later-of-several = <b>几家企业</b>的提醒
later-ask = 什么时候再提醒?只推这一次,最晚到期前。
later-set = ⏰ 好,{ $at } 再提醒。
later-earlier = 到期更早的,{ $at } 就提醒。
later-capped = 到期前最晚就是这个时候,不能再往后推。
later-not-all = { $count } 件今天就到头了,不能再推。
later-not-read = 没看懂时间。可以发:15:30、下午三点、明天、周五 10点。
later-past = 这个时间已经过了。
tap-later-hour = 1 小时后
tap-later-tonight = 今晚
tap-later-workday = 下个工作日
tap-later-other = ✏️ 别的时间
toast-nothing-later = ✅ 都办完了,不用再提醒
toast-too-late = 今天就到头了,不能再推
ask-later-time = 什么时候再提醒?发时间或日期,如 15:30、明天、周五 10点。
ask-said-word = 写一句说明(200 字以内),会原样带给老板:
said-handles = ✅ 好,您今天处理,这次不告知老板。
said-word = ✅ 记下了,会原样带给老板:{ $note }

# 试算
ask-count-before = { $before } 年 12 月 31 日坐席总数是多少?发数字,如 400。
ask-count-now = { $year } 年 12 月 31 日坐席总数是(预计)多少?发数字,如 280。
count-below-zero = 没记:坐席数不会小于 0。
trial-counts = 去年 { $before } 席,今年 { $now } 席:{ $falls ->
    [1] −{ $percent }
   *[other] +{ $percent }
}
trial-reaches = ⚠️ 变动到了 30 %,稳妥的做法是备好说明:
trial-falls = 👉 《人员去向说明》、社保增减明细、离职协议样本、前后坐席系统截图、老板签字;有外包的加补充条款
trial-rises = 👉 扩容说明、场地租赁、中继扩容合同、招聘和社保证明,并核对许可证覆盖范围
trial-below = ✅ 变动没到 30 %。到 { $low } 席及以下、或 { $high } 席及以上才到。
trial-basis = <i>30 % 是行业说法,没有查到法规依据(未核实)。试算不会记进年报。</i>
