# 拒绝时说的话:每一句都说下一步怎么办。
error-no-such-company = 找不到这家企业,可能已移除。发 /status 看您现有的。
error-no-such-season = 找不到这份年报,可能已移除。发 /status 看您现有的。
error-no-such-item = 清单里没有这一项(也许已去掉)。发 /list 看全部步骤。
error-no-such-step = 清单里没有这一步(也许已去掉)。发 /list 看全部步骤。
error-no-such-profile = 这一档已不提供,请重新选择。
error-not-allowed = 您在这家企业没有做这件事的权限,请找合规负责人。
error-company-damaged = ⚠️ <b>{ $name }</b> 的数据文件读不出来,已暂停,原文件保留未动。其他企业照常。
error-not-saved = 没有保存成功(磁盘没有写下),原来的内容没变。请稍后再发一次;如果一直这样,请告诉管理员。
error-item-changed = 这一项刚刚有了新版本,下面是最新的样子,请再看一眼。
error-already-given = 已经是这样了,没有重复记录。
error-wrong-kind = 这一项不是这样交的,请看卡片上的「怎么交」。
error-out-of-range = { $bounds ->
    [between] 超出范围:应在 { $low } 到 { $high } 之间,请核对后重发。
    [least] 太小了:不能小于 { $low },请核对后重发。
   *[most] 太大了:不能大于 { $high },请核对后重发。
}
error-not-whole = { $decimals ->
    [0] 这里要整数,请去掉小数后重发。
   *[other] 最多 { $decimals } 位小数,请四舍五入后重发。
}
error-bad-table = 「{ $column }」合计是 { $total },应为 { $wanted },请核对后整表重发。
error-not-a-minute = 要写到几点几分,例如 2026-06-03 08:30。
error-out-of-order = 第 { $row } 行:「{ $column }」早于「{ $first }」,请核对后整表重发。
error-credit-code = { $why ->
    [length] 统一社会信用代码是 18 位,您发的是 { $length } 位,请对照营业执照再发一次。
    [sign] 代码里有不会出现的字符「{ $sign }」(不用字母 I、O、S、V、Z,前 8 位是数字),请对照营业执照再发一次。
   *[check] 18 位代码的校验位对不上,多半有一位抄错了,请对照营业执照再发一次。
}
error-in-the-future = 这一天还没到。已经发生的事才能记;如果是打算,可以用「等到某天」。
error-day-gone = 这一天已经过去了,请说今天或以后的日期。
error-nothing-to-undo = 没有可以撤销的:您最近没有操作,或后面已有新的版本。
error-not-empty = 里面已经交过东西,不能当作「建错了」删掉;不用的话可以归档,随时能恢复。
error-reason-needed = 请用一句话写明原因或名称(不能为空)。
error-archived = 已归档,不能再改。先在「企业」里恢复,再来操作。
error-too-long = 太长了,最多 { $longest } 个字,请缩短后重发。
error-no-such-option = 没有这个选项,请点卡片上的按钮。
error-cell-missing = 第 { $row } 行的「{ $column }」没填,请补上后整表重发。

# 数字、金额、百分比、电话
trouble-empty = 没有看到内容,请重新发一次。
trouble-minute = 要写到几点几分,例如 2026-06-03 08:30
trouble-too-long = 太长了,只发数值本身就好。
trouble-not-a-number = { $unit ->
    [none] 这里要一个数,例如 280 或 两百八十。
   *[other] 这里要一个数(单位:{ $unit }),例如 280 或 两百八十。
}
trouble-vague = 请给确切的数,不要「约、几、左右」。还没有准数,可以点「更多」里的「先填暂估」。
trouble-bad-separators = 千分位的逗号位置不对(如 1,2,00),请写成 1200 或 1,200。
trouble-unit-mismatch = 单位对不上,这里的单位是{ $unit }。请换算后只发数值。
trouble-word-for-nothing = 「没有」要分清:是 0 就发 0;不适用请点「更多」里的「不适用」。
trouble-not-a-phone = 不像电话号码。可以发手机 13812345678、座机 010-12345678、400 或 95 号码。
trouble-not-a-mobile = 这里要 11 位手机号,例如 13812345678。
unsure-share-or-percent = 这个数有两种读法:
unsure-yuan-or-wan = 单位没说清,有两种读法:
unsure-date = 这个日期不止一种读法,请点一个:
cell-options = 没有这个选项,可以填:{ $options }
choice-not-understood = 没有这个选项。请点按钮,或照按钮上的字发(多个用顿号隔开)。

# 日期
date-empty = 没有看到日期,请重新发一次。
date-too-long = 太长了,只发日期就好,例如 2027-03-31。
date-no-such-day = 没有这一天,请核对。例如 2027-03-31、3月31日。
date-not-understood = 没看懂这个日期。例如 2027-03-31、3月31日、下周五。
date-past = 这一天已经过去了,这里要今天或以后的日期。
date-future = 这一天还没到,这里要已经发生的日期,例如 昨天、3月12日。
date-vague = 请给确切的日子,例如 3月31日,不要「左右、前后」。
date-incomplete = 请写全年月日,例如 2027-03-31。
date-weekday-mismatch = 日期和星期对不上,请核对后重发。

# 表格
sheet-too-big = 表格太大:最多 2001 行(含表头)、30 列、每格 500 字。请只留需要的内容再发。
sheet-has-macros = 表格带宏,为安全不读取。请另存为不带宏的 .xlsx 再发。
sheet-has-links = 表格里有指向别的表格或外部数据的链接,数可能不是最新的,所以不读取。请在「数据 → 编辑链接」里断开(或复制后「选择性粘贴为数值」)再发。
sheet-encrypted = 表格有打开密码,读不了。请去掉密码再发。
sheet-broken = 表格读不出来,可能没传完整或格式特殊。请用 WPS 或 Excel 另存为 .xlsx 再发。
sheet-empty = 表格是空的,请填好再发。
sheet-took-too-long = 表格太复杂,读取超时。请只留需要的行和列再发。
sheet-old-format = 这是旧格式的表格。请用 WPS 或 Excel 打开,另存为 .xlsx 再发。

# 文件
file-too-big = 文件 { $size_mb } MB,超过上限 { $limit_mb } MB,没有收。请压缩或拆开再发,扫描件用 150–200 dpi 一般就够。
file-kind-refused = 不收这类文件({ $kind })。可以发:{ $kinds }。
file-empty = 「{ $name }」是空文件(0 字节),没有收。请检查后重发。
file-not-what-it-says = 「{ $name }」的内容和后缀对不上,没有收。请用原来的程序另存后再发。
file-has-macros = 「{ $name }」带宏,为安全没有收。请另存为不带宏的格式再发。
file-encrypted = 「{ $name }」有打开密码,没有收。请去掉密码再发。
file-lost-on-the-way = 「{ $name }」没有下载成功,请再发一次。
