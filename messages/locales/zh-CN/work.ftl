# 事项的分派、认领、验收
mark-in-review = 🔎
said-in-review = 🔎 { $title }:<b>{ $what }</b>(第 { $version } 版),已交,等另一位同事验收

error-not-yours = 这一项不归您或您的部门。可以请合规负责人交给您;只想让他们知道,直接把情况告诉他们就好。
error-taken-already = 这一项已由 { $name } 负责。要换人,请合规负责人重新分派。
error-own-work = 这是您自己交的,要由另一位同事验收。交错了可以撤销或重新交。
error-nothing-to-review = 现在没有要验收的:可能刚撤销、刚退回,或这一项不用验收。打开卡片看最新情况。

# 内部事项,和不归谁交的
internal-matter = 1 项内部事项
internal-matters = 🔒 { $count } 项内部事项
nothing-yours = 这里没有归您交的事项。要交别的,请合规负责人交给您。

# 谁负责、谁验收
item-owner = 👤 负责:{ $who }
item-given-back = ↩️ { $who } 退回:{ $why }
item-in-review = 🔍 待验收。请逐条看:{ $checks }
item-in-review-plain = 🔍 待验收
tap-accept = ✅ 验收
tap-give-back = ↩️ 退回
tap-take = 🙋 认领
tap-assign = 👤 交给谁
tap-lay-down = 👤 还给部门
tap-behalf = 🤝 替人交
tap-located = 📍 只登记存放位置
tap-reviewed = 🔍 要别人验收
tap-not-reviewed = 🔍 不用验收
tap-sensitive = 🔒 设为内部事项
tap-not-sensitive = 🔓 不再是内部事项
tap-back-to-department = 还给部门
tap-behalf-other = ✏️ 写名字
assign-ask = 「{ $title }」交给谁?
assign-which = 要把哪一项交给别人?点一下,再选人。
assign-nothing = 没有要交给别人的:都齐了。
assign-line = ▫️ { $title } · { $who }
tap-assign-other = 🔁 换一项
behalf-ask = 「{ $title }」这份谁给的?
ask-behalf-name = 这份谁给的?发一个名字。
ask-located = 原件放在哪里?例如:人事部 2 号柜。
ask-give-back = 「{ $title }」为什么退回?写一句,会告诉交的人。
said-assigned = 👤 「{ $title }」交给 { $who } 了,会告诉对方。
said-back-to-department = 「{ $title }」还给部门了。
said-taken = 🙋 「{ $title }」由您负责了。
said-accepted = ✅ 「{ $title }」已验收。
said-given-back = ↩️ 「{ $title }」已退回:{ $why }。会告诉交的人。
said-reviewed = 🔍 以后交了还要别人验收。
said-not-reviewed = 以后交了就算完成,不用验收。
said-sensitive = 🔒 设为内部事项:群里和看板上不出现名称。
said-not-sensitive = 🔓 不再是内部事项。
given-for = { $giver }给的,{ $who }代交
said-behalf = 🤝 接下来交的算 { $name } 给的、您代交的。请发材料或答案。
command-assign = 把事项交给人
