given-located = 存放于:{ $place }

# 团队
team-heading = <b>{ $company }</b> · 团队
team-count = { $count } 人
team-line = 👤 { $name } · { $standing },{ $reach }
team-standing = { $roles }({ $departments })
reach-never = ⚠️ 还没点过「开始」,发不到
reach-blocked = ⚠️ 屏蔽了我,发不到
reach-seen = 上次 { $day }
reach-known = 可联系
role-boss = 老板
role-legal-rep = 法定代表人
role-manager = 合规负责人
role-contributor = 经办人
role-viewer = 观察者
role-clerk = 代理
tap-team = 👥 团队
tap-invite = ➕ 邀请
tap-invitations = 🔗 未用的邀请 { $count }
tap-leave = 🚪 退出这家企业
tap-leave-sure = 确定退出
tap-change-role = 🎭 改角色
tap-hand-over = 🔀 移交全部
tap-remove-member = ✂️ 移出
tap-remove-sure = 确定移出
tap-roles-done = ✅ 好了
tap-copy-invitation = 📋 复制邀请
tap-revoke = ↩️ 作废
tap-revoke-number = 作废第 { $number } 个
tap-join-as = 就用「{ $name }」
roles-ask = { $name } 现在是:{ $standing }。点一下加上,再点去掉。
invite-ask = 邀请谁?点一下就生成一次性链接,7 天内有效。
invite-contributor = { $department }经办
invited = 🔗 邀请「{ $standing }」的链接好了,只能用一次,{ $until } 前有效。请复制后发给对方:
    { $link }
invitation-text = 请点链接加入「{ $company }」的年报团队({ $standing }),{ $until } 前有效:{ $link }
invitations-count = 还没用的邀请 { $count } 个。链接只在生成时显示一次,找不到了就作废重发。
invitation-line = 第 { $number } 个 · { $standing } · { $until } 前有效
joining-ask = <b>{ $company }</b>
    { $inviter } 邀请您加入,作为:{ $standing }。
    大家怎么称呼您?发一个名字就好。
said-joined = ✅ 已加入「{ $company }」:{ $standing }
joined-nothing-yet = 这家企业还没有进行中的年报,开始后会在这里告诉您。
said-revoked = 第 { $number } 个邀请已作废。
hand-over-ask = { $name } 手上的事项全部移交给谁?
hand-over-nobody = 没有能接手的人,先邀请一位。
said-handed-over = ✅ { $name } 手上的全部移交给 { $to } 了。
remove-ask = 把 { $name } 移出?手上的事项回到部门,做过的都留在记录里。
said-removed = ✅ 已移出 { $name },手上的事项回到部门。
leave-ask = 退出这家企业?手上的事项回到部门,做过的都留在记录里。
leave-ask-keeper = 退出这家企业?您是管理它的人:如果没有别人能管,请先移交。
said-left = 已退出「{ $company }」。
error-too-many-tries = 试得太多了,请一小时后再试,或请邀请人重新发一个链接。

# 没问也要知道的
notice-repeated = (可能重复:上一条不确定有没有送到)
notice-assigned = 📌 { $who } 把「{ $title }」交给您{ $dated ->
    [1] ,{ $due } 前要
   *[other] {""}
}。
notice-assigned-many = 📌 { $who } 把 { $count } 项交给您,在「我的事」里。
notice-unassigned = 「{ $title }」不再由您负责({ $who } 调整的)。
notice-unassigned-many = 有 { $count } 项不再由您负责({ $who } 调整的)。
notice-given-back = ↩️ { $who } 退回了「{ $title }」:{ $why }。请重新交一份{ $dated ->
    [1] ,{ $due } 前要
   *[other] {""}
}。
notice-to-review = 🔍 { $who } 交了「{ $title }」,请验收。
notice-joined = 👋 { $who } 已加入,作为:{ $standing }。
notice-left = 👋 { $who } 退出了团队,手上的事项回到部门。
notice-role = { $who } 调整了您的角色,现在是:{ $standing }。
notice-removed = { $who } 把您移出了团队。
notice-handed-over = 🔀 { $who } 把 { $count } 项移交给您,在「我的事」里。
tap-open-item = ▶️ 打开

# 团队:拒绝时说的话
error-no-such-invitation = 这个邀请链接对不上,可能没复制完整。请让邀请您的人再发一次。
error-invitation-used = 这个邀请链接已经有人用过了,每个链接只能用一次。请让邀请您的人再发一个。
error-invitation-expired = 这个邀请链接已过期。请让邀请您的人再发一个。
error-invitation-revoked = 这个邀请链接已作废。请让邀请您的人再发一个。
error-own-invitation = 这是您自己发的邀请,请转发给要邀请的人。链接还没有用掉。
error-already-member = 您已经在这家企业里了,角色没有变。发 /status 看进度。
error-closed-to-newcomers = 这家企业已归档,暂时不能加入。请联系邀请您的人。
error-no-such-member = 这个人不在团队里(可能已离开)。发 /members 看现在的成员。
error-no-role = 至少要留一个角色;如果不再参与,请用「移出」。
error-last-keeper = 这样就没有人能管理这家企业了。请先移交给别人,或再请一位合规负责人进来。
error-nothing-to-hand-over = 没有可移交的:名下没有事项,角色也不会变。
error-may-only-look = 这个人只能看,不能交材料。请先改角色,再把事项给 TA。
error-no-such-colleague = 没有这位同事或部门(可能已删除),请重新选择。
error-too-many = { $what ->
    [invitations] 没用掉的邀请已有 { $most } 个,到上限了。请先作废几个。
    [members] 团队已有 { $most } 人,到上限了。请合规负责人先移出不再参与的人。
    [colleagues] 已记了 { $most } 位同事,到上限了。请先删掉不用的。
    [robots] 已有 { $most } 个机器人和邮箱,到上限了。请先删掉不用的。
    [addresses] 已有 { $most } 个备用渠道,到上限了。请先删掉不用的。
   *[groups] 已绑定 { $most } 个群,到上限了。请先解绑不用的群。
}
command-members = 团队
command-invite = 邀请同事
tap-rights = 🎭 各角色能做什么
rights-title = <b>各角色能做什么</b>
rights-line = ▫️ { $role }:{ $rights }
rights-all = 全部
right-look = 看进度
right-look-sensitive = 看内部事项
right-hand-in-mine = 交自己和本部门的
right-hand-in = 交任何一项、替人交
right-assign = 分派
right-review = 验收和退回
right-record-filing = 记申报状态
right-tailor = 增减事项和步骤
right-bind-group = 绑定群
right-invite = 邀请和管理团队
right-audit = 看记录
right-administer = 建档和更正
right-keep-evidence = 管材料的保存
progress-unreachable = ⚠️ 联系不上 { $names },手上 { $count } 项没人能催到
tap-unreachable = ⚠️ 看看 { $name }
toast-invited-already = 链接刚才已经生成了
