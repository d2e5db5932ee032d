# 对话
greeting = { $name },您好!我是<b>年报管家</b>,陪您把增值电信业务许可证的年度年报一步步做完:
    清单、截止日、材料、数字,都在这里。
greeting-new = 先用一分钟把企业建起来。
greeting-code = 新建企业要先输入开通码,请找管理员要。
keys-here = 下面四个键随时可用 👇
nothing-yet = 您还没有年报。先新建一家企业,一分钟就好。
nothing-here = 您还没有年报。
nothing-active = 现在没有进行中的年报。归档的在「企业」里,随时能恢复。
file-not-here = 文件没有收:您现在没有进行中的年报。
door-closed = 这里只为受邀的企业服务,暂时不能新建企业。
    需要开通的话,请把这个编号发给管理员:<code>{ $person }</code>
code-ask = 请发开通码(找管理员要)。
code-wrong = 开通码不对,请核对后再发一次。
code-rest = 开通码已连错 { $most } 次,请过 { $minutes } 分钟再发。
    没有开通码的话,请把这个编号发给管理员:<code>{ $person }</code>
thanks = 不客气 🙂
not-understood = 这句话我还听不懂。点下面的键,或发 /help 看看我会什么。
no-such-command = 没有 /{ $command } 这个命令。发 /help 看全部命令。
please-press = 请点卡片上的按钮。
edited-message = 改过的消息我不会重读。要更正的话,请重新发一条。
not-text-voice = 我听不懂语音,请打字发给我。
not-text-video-note = 我看不了视频消息,请打字,或把它作为文件发来。
not-text-sticker = 😄 表情收到,不过它不算答案。
not-text-other = 这种消息我读不了,请打字,或把材料作为文件、照片发来。
after-outage = 刚才断线了一会儿,期间点的按钮可能没收到。请在下面再点一次。
maybe-missed = 刚才断线了一会儿。如果您那时点过按钮,可能没收到:请在下面再点一次;没点过就不用理会。
fault = 出了点意外,这一步没有完成,之前记下的都在。请再试一次;还不行就把编号 <code>{ $number }</code> 告诉管理员。
still-asking = (刚才的问题还等着您)
cancelled = 好,不问了。已经记下的都在。
cancelled-files = { $count ->
    [1] 好,这个文件没有归到任何一项,没有留下。要用时请再发一次。
   *[other] 好,这 { $count } 个文件没有归到任何一项,没有留下。要用时请再发一次。
}
cancelled-new = 好,先不建了,什么都没有创建。
menu-title = 更多
help-text = <b>我会这些</b>
    进度 /status · 全部步骤 /list · 进度图 /picture · 我的事 /todo
    交材料 /upload:点事项再发文件,或回复事项卡片发文件
    填数 /fill:逐项问,可跳过、返回 · 预检 /check
    团队 /members · 邀请 /invite · 交给人 /assign · 签字 /sign · 记录 /audit
    群看板 /board · 绑定群 /bind · 日历 /calendar · 提醒 /remind
    改内部日期 /due · 文件 /report · 管局来电 /authority · 模拟评分 /score
    新企业 /new · 撤销上一步 /undo · 停止提问 /cancel
    换语言 /language · 更多功能在「更多」键里 /more
    也可以直接说:还差什么、谁没交、昨天已经报了
    数可以写 280、1.2万、两百八十;金额按万元
    我不登录管局系统,也不要把平台密码发给我。
language-ask = 用哪种语言? / Which language?
language-set = 好,以后说中文。
language-zh-cn = 简体中文
language-zh-hant = 繁體中文
language-en = English
toast-old-button = 这个按钮已经过时,请用最新的卡片
toast-already-created = 已经创建好了
toast-pick-first = 请先点选至少一项
toast-sending = 正在发送…
download-caption = { $title } 第 { $version } 版
template-caption = { $title }:填好后把文件发回来
column-required = 必填
column-optional = 选填

# /new
new-heading = <b>{ $name }</b>
new-name = 企业全称是什么?(照营业执照)
new-uscc = 统一社会信用代码?(18 位)
new-pack = 哪一种许可证?
new-licence = 许可证编号?例如 京B2-20170206
new-licence-odd = 「{ $number }」和常见的编号样子不同,先这样记下,之后可以改。
new-coverage = 许可证的业务范围?
new-year = 报哪一年度?
new-year-of = { $year } 年度({ $next }-03-31 前报)
new-profile = 要哪一档?
new-preview = <b>{ $company }</b>
    { $licence } · { $coverage } · { $year } 年度 · { $profile }
new-statutory = { $days ->
    [0] ⚖️ 法定截止 { $day },就是今天
   *[other] ⚖️ 法定截止 { $day },还剩 { $days } 天(不会变)
}
new-statutory-past = ⚖️ 法定截止 { $day },已经过了
new-step = ▫️ { $step }:{ $due }
new-more-steps = …… 另有 { $count } 个步骤和节点,创建后看全部
new-already-yours = 这个代码是您已有的「{ $name }」。要看它,还是给它加一张许可证或一个年度?
new-created = 🎉 已创建,都记下了。

# 要一句话
ask-not-applicable = 为什么不适用?写一句原因,会留在记录里。
ask-wait-day = 哪天能有?发日期,如 3月29日、月底。
ask-sign-name = 谁签的字?请发签字人姓名(内部留痕,不代替年报承诺书)。
ask-drop-item = 为什么去掉这一项?例如:系统里没有这项。
ask-drop-step = 为什么这一步不做?写一句原因。
ask-rename = 改叫什么?请发新名称。
ask-add-material = 要加什么材料?请发名称。
ask-add-confirm = 要加什么确认事项?请发名称。
ask-company-name = 企业全称改成什么?
ask-company-code = 正确的统一社会信用代码是?
ask-licence-no = 许可证编号改成什么?
ask-filing-day = 是哪天的事?发日期,如 昨天、3月12日。
ask-filing-term = 要求哪天前办完?发日期。

# 人们随口说的词,竖线隔开
words-thanks = 收到|好的|好|谢谢|谢谢你|谢谢您|多谢|嗯|嗯嗯|ok|okk|行|可以|知道了|明白|了解|辛苦了|👌|👍|🙏
words-none = 无|没有|暂无
ask-add-step = 新步骤叫什么?请发名称。
ask-add-step-day = 哪天前做完?发日期,如 3月12日。
ask-rename-step = 这一步改叫什么?请发新名称。
