# 很多企业:数一数、换一家
clients-here = <b>{ $company }</b>(现在开着)
clients-count = 您有 { $count } 家企业的年报在进行,点一下看是哪些:
tap-clients = 📊 全部进度
tap-all-clients = 🏢 全部企业
tap-open-client = ▶️ { $name }
tap-sign-ready = ✅ 可报 { $count }
tap-sign-one-missing = 🟡 只缺 1 项 { $count }
tap-sign-overdue = 🔴 逾期 { $count }
tap-sign-silent = 💤 沉默≥{ $days }天 { $count }
tap-sign-unreachable = 📵 无人可联系 { $count }
sign-ready = ✅ 可以报的 { $count } 家:
sign-one-missing = 🟡 只缺 1 项的 { $count } 家:
sign-overdue = 🔴 有步骤逾期的 { $count } 家:
sign-silent = 💤 { $days } 天以上没有动静的 { $count } 家:
sign-unreachable = 📵 除您以外没有人能收到消息的 { $count } 家:
client-which = 是哪一家?名字再打全一点也可以。
client-not-found = 没有叫「{ $name }」的企业,或名字对不上。
todo-heading-page = <b>{ $company }</b>
    这一页都是这家的;各家一共等您 { $count } 项,先到期的在前:

# 文件是谁家的
whose-name = 『{ $name }』
whose-ask = 「{ $name }」{ $count ->
    [1] 里写的是
   *[other] 等 { $count } 个文件里写的是
}{ $named },现在开着『{ $company }』。归哪一家?还没有交。
whose-more = 后面还有 { $count } 个文件等着问。
tap-whose-there = 归 { $name }
tap-whose-here = 仍归 { $name }

# 导入客户
tap-import = 📥 导入客户
tap-import-template = 📄 发我模板
tap-import-look = 👀 先看
tap-import-build = { $count ->
    [0] ✅ 只补缺的年报
   *[other] ✅ 建 { $count } 家
}
tap-import-faults = ⬇️ 下载错误行
tap-import-back = ‹ 返回
tap-import-on = ▶️ 接着建
tap-import-stop = 不建了
import-heading = <b>导入客户</b>
import-ask = 请把客户清单发过来(.xlsx 或 .csv,最多 2000 行)。
    同一家有几张许可证或几个年度,就写几行。建之前会先给您看。
import-refused = ❗ { $why }
import-no-sheet = 这里要的是 .xlsx 或 .csv 表格,请直接发过来。
import-sheet = 客户清单
import-fault-sheet = 客户清单-错误行
import-fault-column = 问题
import-template-caption = 客户清单模板:填好后把文件发回来
import-faults-caption = 有误的行和原因。改好后把这个文件发回来就行
import-column-hint = { $needed }。{ $hint }
import-read = 读到 { $count } 家:可建 { $ready },有误 { $bad }
import-known = 其中 { $count } 家您已经有了:不重复建,只补缺的年报。
import-fault = ▫️ 第 { $line } 条 { $name } · { $why }
import-fault-why = { $column }:{ $why }
import-word-hint = { $why }{ $hint }
import-more-faults = …… 还有 { $count } 条有误,可以下载
import-licence = { $year } { $licence } { $coverage }
import-client = ▫️ { $name } · { $licences } · { $owner }
import-begun = ⏳ 开始了,共 { $count } 家,好了会告诉您。
import-progress = ⏳ 已建 { $done } / { $total }
import-left = 上次停在 { $done } / { $total },还有 { $count } 家没建。
import-done = ✅ 建好了:新建 { $built } 家{ $completed ->
    [0] {""}
   *[other] ,给 { $completed } 家补了年报
}。
import-nothing-new = 没有新的:清单里的都已经在了。
import-done-known = 原来就齐的 { $count } 家,没有动。
import-done-refused = ⚠️ { $count } 家没建成(已归档、数据暂停或您不能改):{ $names }。处理后再发一次清单即可,不会重复建。
file-after-import = 文件先没有收:请先点「接着建」或「不建了」,再发一次文件。
cancelled-import = 好,不接着建了:处理过 { $done } 家,还有 { $count } 家没建。再发一次清单就能接着建,不会重复。
notice-clients-given = 👋 { $who } 导入了客户,这家和同一份清单里的几家由您负责。
client-column-name = 企业名称
client-column-uscc = 统一社会信用代码
client-column-kind = 许可证种类
client-column-licence-no = 许可证编号
client-column-coverage = 业务范围
client-column-year = 年度
client-column-profile = 档位
client-column-owner = 负责人
client-hint-name = 照营业执照
client-hint-uscc = 18 位
client-hint-kind = 写其中一种:{ $options }
client-hint-licence-no = 例如 京B2-20170206
client-hint-coverage = 写全网或一个省:{ $options }……
client-hint-year = 写其中一个:{ $options }
client-hint-profile = 写其中一档:{ $options }
client-hint-owner = 同事的名字或编号;空着就是您自己
words-nationwide = 全网|全国|跨地区
words-province-ends = 省|市|自治区|壮族自治区|回族自治区|维吾尔自治区
words-company-places = 中国|深圳|广州|杭州|南京|苏州|成都|武汉|西安|长沙|郑州|青岛|济南|厦门|福州|宁波|合肥|大连|沈阳|无锡|东莞|佛山|珠海|昆明|南昌|哈尔滨|长春|石家庄|太原|贵阳|南宁|海口|兰州
words-company-ends = 有限公司|有限责任公司|股份有限公司|股份公司|股份|集团|控股|分公司|科技|技术|信息|网络|通信|通讯|电信|数据|软件|电子|智能|服务|咨询|商务|文化|传媒|发展|实业|贸易|企业管理|管理|投资|公司

# 导入客户:哪里不对
error-client-columns = 没找到需要的表头(企业名称、统一社会信用代码、许可证种类、业务范围、年度、档位)。请用模板填。
error-client-cell-empty = 没有填
error-client-word = 看不懂「{ $word }」。
error-client-owner = 没有叫「{ $name }」的同事。先邀请 TA 进您现在开着的那家企业,或空着由您负责
error-client-owner-unclear = 叫「{ $name }」的不止一位,请改填对方的编号
error-client-twice = 和第 { $line } 条重复
error-client-other-name = 和第 { $line } 条代码相同,名称或负责人却不同
