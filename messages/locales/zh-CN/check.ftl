# 预检和差异:规则查出了什么、改、说明、接受,以及缺什么数没有查
command-check = 预检:能不能报、有哪些差异
tap-check = 🔎 预检
tap-check-found = 🔎 差异 { $count } 项
check-split = 待交待填 { $items } 项 · 要处理的差异 { $findings } 项
check-open = 未处理:{ $kinds }
check-severity = { $mark } { $count } 项({ $severity })
check-judged = 已处理:说明 { $explained } · 接受 { $accepted } · 消除 { $fixed }
check-nothing-found = 没有查出差异
check-rules = 规则:通过 { $passed } 条 · 未检查 { $unchecked } 条
check-rules-early = 规则:通过 { $passed } 条 · 其余等数填上再查
check-internal = 另有内部事项 { $count } 项
progress-findings = 🔎 差异 { $count } 项没处理,挡着申报
severity-block = 不能报,必须改
severity-error = 要改,或说明原因
severity-warn = 建议说明
severity-info = 提示
severity-mark-block = ⛔
severity-mark-error = 🔴
severity-mark-warn = 🟡
severity-mark-info = ℹ️
finding-mark-open = 🔴
finding-mark-explained = 💬
finding-mark-accepted = ☑️
finding-mark-fixed = ✅
finding-number = 差异 { $number }
finding-name = { $mark } 差异 { $number } { $title }
finding-label = { $mark } 差异 { $number }:{ $title }
finding-marked = { $mark } 差异 { $number }
finding-title = <b>{ $name }</b>({ $severity })
finding-title-settled = <b>{ $name }</b>
finding-quote = 「{ $text }」
quote-cells = { $one } { $other }
quote-count = { $count } 项
quote-count-of = { $count } 项:{ $what }
finding-line = { $mark } 差异 { $number }:{ $message }
finding-figure = ▫️ { $title }:{ $now }
finding-figure-last = ▫️ { $title }:{ $now }({ $before })
last-year = 去年 { $before }
last-year-change = 去年 { $before },{ $change }
signed-more = +{ $number }
signed-less = −{ $number }
change-points = { $number } 个百分点
finding-rule = 📐 规则:{ $rule }
finding-also = 📌 { $text }
finding-basis = 📎 { $standing }({ $source }) · 责任:{ $who }
finding-new = 状态:未处理
finding-open = 状态:未处理({ $at } { $who } 录入后查出)
finding-explained = 状态:已说明({ $at } { $who } 录入后查出)
finding-accepted = 状态:已接受({ $at } { $who } 录入后查出)
finding-fixed = 状态:已消除({ $at } { $who } 录入后)
who-as = { $who }({ $role })
finding-explained-by = 💬 { $who } { $at } 说明:{ $why }{ $papers ->
    [0] {""}
   *[other] (附 { $papers } 份材料)
}
finding-accepted-by = ☑️ { $who } { $at } 接受:{ $why }{ $papers ->
    [0] {""}
   *[other] (附 { $papers } 份材料)
}
finding-said-stale = <s>{ $said }</s> 数据已变,要重新说明
finding-papers = 📄 要的材料:{ $papers }{ $more ->
    [0] {""}
   *[other] ,另 { $more } 份
}
finding-paper-open = 《{ $title }》未交
finding-paper-here = 《{ $title }》已交
tap-upload-paper = 📎 上传:{ $title }
tap-change-item = ✏️ 修改:{ $title }
tap-explain-finding = 💬 说明
tap-accept-finding = ☑️ 接受
tap-retract-finding = ↩️ 收回
tap-finding-before = ‹ 上一条
tap-finding-after = 下一条 ›
tap-finding = ⬅️ 回到差异
tap-look-finding = 🔎 看差异
tap-look-findings = 🔎 看差异 { $count } 项
finding-ask-explain = 请写一句为什么是这样(300 字以内)。有证明材料可以先发文件,再写原因。
finding-ask-accept = 接受就是由您负责:请写一句理由(300 字以内)。
finding-ask-again = { $lead }
    { $asked }
finding-papers-wait = 📄 已收 { $count } 份材料,写完原因一起记入
finding-no-paper = 接受只要一句理由;材料请交到对应的事项,或改用「说明」。
finding-gone = ✅ 数已经改好,这条差异消除了,不用再写。
finding-accepted-already = ☑️ 已经有人接受了,见下面。
finding-moved = ❗ 刚才数变了,您写的没有记入。请看现在的数再写。
finding-said-meanwhile = ❗ 刚才有人先写了,您写的没有记入:
    { $said }
    还要写您的,请再发一次。
finding-said-explained-block = ✅ 已记下说明。这一条仍挡着申报:要改数才能报。
finding-said-explained = ✅ 已记下说明。数据再变,要重新说明。
finding-said-accepted = ✅ 已记下接受。数据再变,要重新接受。
finding-said-retracted = ↩️ 已收回。

# 录入以后马上说
said-and = { $said }
    { $more }
after-raised = { $mark } { $finding }:{ $message }{ $papers }{ $more ->
    [0] {""}
   *[other] 。另有 { $more } 项
}
paper-named = 《{ $title }》
after-papers = ,需要{ $first }{ $count ->
    [1] {""}
   *[other] 等 { $count } 份材料
}
after-fixed = ✅ { $findings } 已消除
after-rested = 📄 不再需要:{ $first }{ $count ->
    [1] {""}
   *[other] 等 { $count } 份材料
}(交过的都保留)
after-last-year = 📈 { $before }
after-many = { $raised ->
    [0] ✅ 消除差异 { $fixed } 项
   *[other] { $fixed ->
        [0] 🔎 引出差异 { $raised } 项
       *[other] 🔎 引出差异 { $raised } 项,消除 { $fixed } 项
    }
}

# 未检查
tap-unchecked-list = ⬜ 未检查
tap-missing = 🧩 还差 { $count } 项
tap-fill-inputs = ✏️ 逐项填
unchecked-title = ⬜ <b>未检查 { $count } 条规则</b>:缺数,不算通过
unchecked-line = ▫️ { $title }({ $count } 条用到)
unchecked-earlier = 🗂 还缺往年的数 { $count } 个
unchecked-not-asked = 🚫 这一档不填、或由别人填的 { $count } 个

# 记录里
event-finding-raised = 查出差异「{ $what }」
event-finding-fixed = 差异已消除「{ $what }」
event-finding-explained = 说明差异「{ $what }」
event-finding-accepted = 接受差异「{ $what }」
event-finding-retracted = 收回对差异「{ $what }」的话:{ $old }
error-no-such-finding = 这条差异已经没有了,或您看不到。请回到「预检」看现在的。
error-cannot-be-accepted = 这一条必须改,不能接受。请点「修改」。
