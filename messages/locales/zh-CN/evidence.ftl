# 材料:存放、同样的内容、换版原因、沿用、保存年限
how-located = 👉 内部事项:不必上传,点「只登记存放位置」写明原件在哪里;也可以直接发文件
evidence-reason = 换版原因:{ $why }
evidence-same = 👀 内容和「{ $titles }」的文件一样,交对了吗?
evidence-same-elsewhere = 👀 内容和「{ $titles }」的文件一样({ $report }),交对了吗?
evidence-report = { $year } 年度 · { $licence }
evidence-gone = (已清除)
history-reason = { $line } · 原因:{ $why }
tap-reason = ✏️ 写原因
tap-reason-again = ✏️ 改原因
ask-explain = 为什么换成新的一版?写一句,记入记录。
said-explained = ✅ 已记下原因:{ $why }
tap-reuse = 🔁 沿用去年的
reuse-caption = { $title }({ $year } 年度)
reuse-look = { $count ->
    [1] 上面是 { $year } 年度的「{ $title }」。请打开看一遍:日期、盖章、人员、数字今年还对吗?
   *[other] 上面是 { $year } 年度的「{ $title }」,共 { $count } 个文件。请打开看一遍:日期、盖章、人员、数字今年还对吗?
}
tap-reuse-sure = ✅ 看过了,沿用
tap-keeping = 🗂 保存与清理
keeping-years = 🗂 材料保存 <b>{ $years }</b> 年,从该年度申报结束算起
keeping-no-hold = 没有法律保全
keeping-hold = ⚖️ <b>法律保全中</b>:{ $why }({ $who },{ $at })
keeping-how = 到期的材料由运维人员先列出、再删除;保全期间一份也不删。每次清理都留记录。
tap-keep-for = { $years } 年
tap-hold = ⚖️ 设为法律保全
tap-lift-hold = 解除保全
ask-hold = 为什么要保全?写一句(如:某案需要),记入记录。
said-keep-for = ✅ 以后保存 { $years } 年
said-hold = ⚖️ 已设为法律保全,不会清理任何材料
said-lift-hold = ✅ 已解除保全,重新按年限算
error-file-erased = 这个文件已按规定清除,取不回来;记录里还有它交过的痕迹。
error-not-looked-at = 请先点「沿用去年的」,把去年的文件看一遍,再点「看过了,沿用」。
error-nothing-to-explain = 这里没有您刚换的新版,不用写原因。打开卡片看最新情况。
error-no-such-term = 没有这个年限,请用卡片上的按钮选。
