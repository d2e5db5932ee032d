# 平常话:没把握时的按钮,和「还差什么」。
plain-unsure = 没太明白,您是想:
plain-which = 是哪一项?
missing-line = ▫️ { $title } · { $due } · { $who }
missing-line-overdue = 🔴 { $title } · { $due } · { $who }
missing-nobody = 无人
offer-status = 📊 进度
offer-check = 🔎 预检
offer-missing = 🧩 还差什么
offer-mine = 🙋 我的事
offer-owing = 📨 谁还没交
offer-next = ⏭ 下一个截止
offer-steps = 📋 全部步骤
offer-hand-in = 📎 交材料
offer-fill = ✏️ 逐项填报
offer-undo = ↩️ 撤销上一步
offer-cancel = ✖️ 不问了
offer-help = ❓ 帮助
offer-greeting = 👋 您好
offer-more = ☰ 更多
offer-language = 🌐 语言
offer-new = ➕ 新建企业
offer-team = 👥 团队
offer-invite = ✉️ 邀请同事
offer-remind = ⏰ 提醒设置
offer-calendar = 📅 日历
offer-due = 🗓 改日期
offer-record = 🧾 操作记录
offer-board = 📌 群看板
offer-bind = 👥 绑定群
offer-assign = 👤 分给别人

offer-reported = 📨 记「已报」
offer-quiet = 🔕 少提醒一点
offer-authority = 🏛 管局找我们了
offer-score = 🧮 模拟评分(非官方)
offer-sign = ✍️ 签字
offer-papers = 📄 文件
offer-transcribe = 🖊 誊录
offer-years = 📊 三年对照表

plain-reported-sure = 记这份年报 { $day } 已报,对吗?记了以后,这份年报的法定提醒就停。
plain-reported-which = 是哪一天报的?记了以后,这份年报的法定提醒就停。
tap-reported-on = ✅ 记:{ $day } 已报
tap-other-day = 换一天
tap-not-that = 不是

plain-waiting-sure = 「{ $title }」记为等待,{ $day }再问?在那以前仍算欠着。
plain-waiting-which = 记为等待,{ $day }再问。是哪一项?
plain-waiting-day = 「{ $title }」记为等待,是哪一天?
plain-waiting-not = 不等,看这一项
tap-wait-on = ⏳ 好,{ $day }再问

plain-take-sure = { $department }还欠 { $count } 项,都记在您名下由您交?
plain-take-nothing = { $department }没有还欠着、又不在您名下的事项。
tap-take-all = 🙋 { $count } 项都归我
plain-taken = ✅ { $department }的 { $count } 项都归您了。

plain-left = 要移交的是哪一位?已经交的都在,记录也在。
tap-hand-over-of = 🔀 移交 { $name } 的全部
tap-strike-off = ✖️ 从名单划掉 { $name }

plain-quiet = 可以只留法定截止前的提醒,其余都不发。法定提醒在记「已报」之前关不掉。
plain-authority = 🏛 管局找来了,记下来才不会漏:老板会知道,到期前会提醒。

question-title = <b>{ $title }</b>
question-basis = { $standing }
question-basis-source = { $standing } · { $source }
offer-question = 📖 { $title }

values-typed = 您发的数

group-in-private = 「{ $company }」在群里只报进度,别的请私聊我。
tap-in-private = 💬 去私聊

plain-handles = 「{ $step }」算「今天处理」吗?算的话,这次不告诉老板。
