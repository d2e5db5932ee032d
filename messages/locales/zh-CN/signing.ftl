# 聊天里签字:请签、同意、退回、问经办人、改纸签
command-sign = 签字

# 请签的卡片
signing-please = ✍️ 请签:{ $titles }
signing-summary = 红 { $red } · 黄 { $yellow } · 未检查 { $unchecked } · 暂估 { $estimates } · 还差 { $missing } 项
signing-finding = { $mark } { $title }:{ $figures },{ $state }
signing-finding-told = { $mark } { $message },{ $state }
signing-state-open = 未说明
signing-state-explained = 说明已备
signing-state-accepted = 已接受
signing-state-fixed = 已消除
signing-state-none = 没有
signing-moved = { $old } → { $new }({ $change })
signing-from-to = { $old } → { $new }
signing-changed = { $count ->
   *[other] 🔄 您 { $day } 签过,之后改了 { $count } 处:
}
signing-change = ▫️ { $title }:{ $figures }
signing-of-year = { $title }({ $year } 年)
signing-case-changed = ▫️ 企业名称、信用代码、许可证号或覆盖范围改了
signing-more = 还有 { $count } 条,点「全部内容」看
signing-others = ✅ 已签 { $signed }/{ $wanted }:{ $names }
signing-footer = 内部留痕,不代替年报承诺书
tap-signing-agree = ✅ 同意,签字
tap-signing-return = ↩️ 退回并写原因
tap-signing-question = ❓ 问经办人
tap-signing-paper = 📄 改纸签
tap-signing-all = 📋 全部内容
tap-signing-back = ✍️ 回到签字
tap-signing-sign = ✍️ 去签字
tap-signing-ask-for = 📨 去请签字
tap-signing-look = ✍️ 看签字情况

# 签字情况
signing-none = 这份年报没有要签字的事项。
signing-is-signed = ✅ { $title }:{ $names }
signing-not-wanted = ➖ { $title }:现在不用签
signing-is-back = ↩️ { $title }:{ $who } 退回:{ $why }
signing-is-on-paper = 📄 { $title }:改在纸上签,签好拍照交来
signing-is-asked = ⏳ { $title }:等 { $names } 签
signing-is-aside = 🔄 { $title }:签过之后内容改了,要重新签
signing-is-open = ⬜ { $title }:还没有请签
signing-paper-by = 纸签({ $who } 交)
signing-nobody = 老板、法定代表人都没有加入,没有人能在这里签。点「邀请」请他们加入;或打印签好,打开事项发扫描件,用「替人交」写明是谁签的。
signing-question = ❓ { $who } 问「{ $title }」:{ $text }
tap-signing-ask = 📨 请签字
tap-signing-answer = ✏️ 回答
tap-signing-undo = ↩️ 撤销签字
tap-signing-item = 📎 { $title }
tap-signing-scan = 📎 交签字扫描件(一份就够)
signing-everything = 签字的全部内容({ $page }/{ $pages })

# 问经办人
signing-ask-about = 问哪一条?后面是会收到问题的人。
signing-ask-nothing = 还没有人交过内容,没有可问的。
tap-signing-about = { $title } · { $who }
ask-signing-return = 为什么不签?写一句(200 字以内),会告诉合规负责人。
ask-signing-question = 关于「{ $title }」,想问什么?写一句(200 字以内),会转给经办人。
ask-signing-answer = { $question }
    您的回答?写一句(200 字以内),会带回给对方。

# 做完之后
said-signing-asked = { $count ->
    [0] 📨 记下了:等您自己签字。
   *[other] 📨 已请 { $count } 人签字,会马上收到。
}
said-signing-signed = ✅ 已签字({ $at })。之后内容再改,会请您重签。
said-signing-undone = ↩️ 签字已撤销。
said-signing-paper = 📄 好,改在纸上签,已告诉合规负责人。签好的扫描件可以直接发在这里,一份就够。
signing-scan-also = 📄 同一份也算:{ $titles }
signing-scan-back = { $what }等 { $count } 处签字
said-signing-returned = ↩️ 已退回,会告诉合规负责人;改好会再请您签。
said-signing-questioned = ❓ 问题已转给经办人,有回答会告诉您。
said-signing-answered = 💬 回答已带给对方。

# 别人收到的
notice-sign-asked = 📨 { $who } 请您签字
notice-sign-again = 🔄 { $who } 改了您签过的内容,请再看一眼
notice-sign-aside = 🔄 签过字的内容改了,原来的签字先放到一边。请重新请签,或重交纸签。
notice-sign-done = { $count ->
    [1] ✅ { $who } 已签字。
   *[other] ✅ { $who } 已签字({ $count } 项)。
}
notice-sign-given-back = ↩️ { $who } 没有签,退回了:{ $why }。改好后请再点「请签字」。
notice-sign-on-paper = 📄 { $who } 要在纸上签:请打印送签,签好拍照或扫描交来。
notice-sign-answer = 💬 { $who } 答:{ $text }
notice-sign-question-inside = ❓ 有一个关于内部事项的问题,请在聊天里看。

# 不行的时候
error-nothing-to-sign = 现在没有要签的:都签好了,或者已经改成纸签。
error-asked-already = 刚请过了,他们已经收到;还没签的,明天可以再请一次。
error-nobody-signs = 老板、法定代表人都没有加入,没有人能在这里签。可以用 /invite 邀请,或纸上签好后打开事项发扫描件。
error-not-your-signature = 这份签字不归您(或不再归您)。要由您签,请合规负责人把签字事项交给您。
error-signed-already = 您已经签过这份内容,不用再签。要收回,点「撤销签字」。
error-content-changed = 内容刚刚改了,还没有签。请看过再签
error-nobody-to-ask = 交这一项的人已经不在团队里,没有人可以问。请直接退回并写原因。
error-no-such-question = 没有这个问题,或者不是问您的。
error-answered-already = 这个问题已经有人回答了。
error-too-many-questions = 还没回答的问题已有 { $most } 个,请先等回答,或退回并写原因。

# 记录里的
event-sign-asked = 请签「{ $what }」
event-signed = 签字「{ $what }」第 { $version } 版:{ $new }
event-sign-withdrawn = 撤销签字「{ $what }」第 { $version } 版
event-sign-given-back = 没有签,退回「{ $what }」
event-sign-on-paper = 要在纸上签「{ $what }」
event-sign-questioned = 签字前问「{ $what }」(第 { $version } 问)
event-sign-answered = 回答「{ $what }」(第 { $version } 问)
event-sign-aside = 内容改了,「{ $what }」的签字放到一边
event-sign-stands = 内容改回,「{ $what }」的签字照旧
