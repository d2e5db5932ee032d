# 管局来电、约谈、退回、现场核查:登记、跟进、办结
command-authority = 管局来电、约谈、退回、现场核查:记下来、跟进
error-no-such-matter = 这件管局事项不在了,可能已被撤销。请从「🏛 管局事项」重新打开。
matter-kind-call = 管局来电
matter-kind-talk = 管局约谈
matter-kind-returned = 管局退回
matter-kind-inspection = 现场核查
matter-name = { $kind } { $day }
matter-word-open = 未答复
matter-word-answered = 已答复
matter-word-closed = 已办结
matter-state-since = { $word } { $day }
matter-heading = 🏛 <b>{ $what }</b> · { $state }
matter-who = 👤 来人:{ $who }
matter-said = 💬 { $said }
matter-no-term = 📌 管局没说期限,我们按 { $day } 前办(建议,内部日期)
matter-term-left = 📌 管局要求 { $due } 前办完{ $days ->
    [0] ,就是<b>今天</b>
   *[other] ,还剩 { $days } 天
}
matter-term-past = 📌 管局要求 { $due } 前办完,已过 { $days } 天
matter-own-day = 内部 { $day }
matter-term = 📌 管局要求 { $due } 前办完
matter-work = 🙋 { $who } · 结案材料{ $given ->
    [0] 还没交
   *[other] 已交
}
matter-about = 🔗 涉及:{ $about }
matter-finding = 差异 { $number } { $title }
matter-line = · { $what } · { $state } · { $due } 前
matters-more = … 还有 { $count } 件更早的
matters-ask = 管局怎么找来的?点一下记下来:
matters-open = 🏛 管局事项 { $count } 件没办结:{ $what },{ $due } 前
matter-when = 「{ $kind }」是哪天联系的?点一下,或发日期(如 3月12日):
matter-what = 谁、说了什么?发一段话,冒号前写来人,例如「张老师,市场处,010-1234 5678:坐席数和去年对不上,要改」。
matter-due = 管局要求哪天前办完?发日期。没说期限就点下面,按建议的 { $workdays } 个工作日办(内部日期):
matter-link-ask = 「{ $what }」涉及哪些事项或差异?点一下;列表里没有的,发名称:
matter-none-named = 没有叫这个的事项,请换个说法
matter-step = 内部事项 { $number }
matter-paper = 结案材料:{ $kind } { $day }
said-matter = ✅ 已记。老板和负责人会收到通知。
said-turn-open = 🔄 又打开了。{ $given ->
    [0] 结案材料还没交。
   *[other] 结案材料已在。
}
said-turn-answered = ✅ 已记:已答复。{ $given ->
    [0] 结案材料交上后点「办结」。
   *[other] 结案材料已在,可以点「办结」。
}
said-turn-closed = ☑️ 已记:办结。{ $given ->
    [0] 结案材料还没交,仍在清单里。
   *[other] 结案材料已在。
}
after-matter-paper = 🏛 { $what }:结案材料齐了。管局那边了结了就点「办结」
item-matter = 🏛 { $what } 问到这一项,{ $due } 前
item-matter-inside = 🏛 有人正在核对这一项,{ $due } 前
item-matter-paper = 🏛 { $what }:{ $said }
tap-matter = 🏛 { $what }
tap-matters = 🏛 管局事项
tap-matter-call = 📞 来电
tap-matter-talk = 🗣 约谈
tap-matter-returned = ↩️ 退回
tap-matter-inspection = 🔍 现场核查
tap-matter-own-day = 没说期限,按建议 { $day } 办
tap-matter-paper = 📎 交结案材料
tap-matter-link = 🔗 涉及哪些项
tap-matter-linked = ✅ 选好了
tap-matter-tell = 🏛 记下管局说了什么
tap-matter-term = 📅 改期限
matter-term-ask = 「{ $what }」管局给的新期限是哪天?现在:{ $due }。发日期,如 3月26日:
said-matter-term = ✅ 期限改为 { $due },提醒跟着改
tap-turn-open = 🔄 重新打开
tap-turn-answered = ✅ 已答复
tap-turn-closed = ☑️ 办结
event-matter-recorded = 登记「{ $what }」
event-matter-withdrawn = 撤销登记「{ $what }」
event-matter-turned = 「{ $what }」:{ $old } → { $new }
event-matter-restored = 撤销,「{ $what }」仍是:{ $new }
event-matter-term-set = 「{ $what }」的期限:{ $old } → { $new }
event-matter-term-restored = 撤销,「{ $what }」的期限仍是:{ $new }
event-matter-linked = 改了「{ $what }」涉及的事项
event-matter-link-restored = 撤销,「{ $what }」涉及的事项和之前一样
