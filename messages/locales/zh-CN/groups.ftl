# 群
board-heading = 📌 <b>{ $company }</b> · 年报看板
board-season = { $year } 年度 { $licence } · 完成 { $percent }%
board-season-line = { $overdue ->
    [0] ▫️
   *[other] 🔴
} { $year } { $licence } · { $percent }% · { $verdict }
board-page = 第 { $page }/{ $pages } 页,共 { $count } 份年报
toast-board-turned = 📌 置顶的看板翻到第 { $page }/{ $pages } 页,几秒就好
board-overdue = 🔴 { $step } 已过 { $days } 天
board-next = ▫️ { $title } · { $due } · { $who }
board-internal = ▫️ 1 项内部事项 · { $due }
board-nobody = 未指定
board-at = 更新于 { $at }
tap-board-item = ▶️ { $title }
tap-board-private = 🔒 私聊里打开
group-hello = 大家好!这个群要看哪家企业的年报看板?请在私聊里选一下。
tap-bind-private = 去私聊里选
group-confirm = { $name } 要把「{ $company }」的年报看板放在这个群里。请本人点确认。
tap-bind-here = ✅ 放在这里
toast-only-the-asker = 请由发起的人来点
toast-group-taken = 这个群已经有别的企业的看板,请先在那家企业解绑
group-bound = ✅ 「{ $company }」的看板马上出现在这里,只放进度,不放材料和答案。
group-file = 「{ $company }」的材料请私聊交,群里的文件我不收。
tap-hand-in-private = 去私聊交
group-unnamed-anonymous = 您用的是匿名管理员身份,我看不出是哪位。请关掉匿名再发,或私聊我。
group-unnamed-channel = 频道发的命令我看不出是哪位,请用个人身份发,或私聊我。
bind-no-company = 您还没有能绑定到群的企业。
bind-which = 这个群要看哪家企业的看板?
bind-outsiders = 群里有外部人员吗?有的话,看板只放总进度,不出现人名和事项。
tap-outsiders-yes = 有外部人员
tap-outsiders-no = 都是自己人
bind-asked = 好。请回到群里点「✅ 放在这里」,由您本人确认「{ $company }」的看板。
groups-count = { $count ->
    [0] 还没有群看板。
   *[other] { $count } 个群有看板:
}
groups-how = 要加一个群:点下面把我拉进去。我已经在群里的话,在群里发 /bind。要置顶看板,请在群里把我设为管理员。
group-with-outsiders = 「{ $title }」:有外部人员,只放总进度。
group-without-outsiders = 「{ $title }」:都是自己人,放人名和事项。
tap-outsiders = 现在有外部人员了
tap-no-outsiders = 没有外部人员了
tap-unbind = ✂️ 解绑这个群
tap-groups = 💬 群
tap-add-to-group = ➕ 拉我进群
said-unbound = 已解绑,那个群里的看板不再更新。
command-bind = 把看板放进群
command-board = 看板

error-no-such-group = 没有找到这个群的绑定(可能已解绑)。请合规负责人在群里发 /bind 绑定。
group-language-ask = 「{ $title }」里说哪种语言?
